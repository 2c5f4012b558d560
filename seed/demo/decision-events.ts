import { noteDecision } from '@/lib/data/decisions';
import { askForTime, askToClose, decideAgain, decideAlone, decideAt } from '../builders/decisions';
import { opened } from '../builders/register';
import { type DemoProposal, NOTED, PROPOSALS } from './decisions';
import type { Stage, TimedEvent } from './event';
import type { Days } from './story';

/** The address of the meeting of a day. */
function meetingOf({ calendar }: Stage, day: Days): string {
  return calendar.thursday(day);
}

function ask(stage: Stage, proposal: DemoProposal): TimedEvent['run'] {
  const { item, reason } = proposal;
  if (proposal.is === 'extension') {
    const due = stage.calendar.date(proposal.to);
    return (context) => askForTime(context, item, { scheduling: 'due', due, reason });
  }
  const { outcome, finished, into, passedTo } = proposal;
  return async (context) => {
    const target = into && (await context.db.item.findUnique({ where: { reference: into } }));
    await askToClose(context, item, {
      outcome,
      finishedOn: finished === undefined ? undefined : stage.calendar.date(finished),
      mergedIntoId: (target || undefined)?.id,
      passedTo,
      reason,
    });
  };
}

function events(stage: Stage, proposal: DemoProposal): TimedEvent[] {
  const { item, day, by, decided, superseded } = proposal;
  const list: TimedEvent[] = [{ day, by, run: ask(stage, proposal) }];
  if (decided) {
    const { recorded, result, words } = decided;
    const run: TimedEvent['run'] =
      'at' in decided
        ? (context) =>
            decideAt(context, meetingOf(stage, decided.at), { [item]: { result, words } })
        : (context) =>
            decideAlone(context, item, {
              result,
              words,
              delegatedToId: stage.cast.people[decided.alone],
              decidedOn: stage.calendar.workingDay(decided.on),
            });
    list.push({ day: recorded, by: 'programme', run });
  }
  if (superseded) {
    const { at, recorded, result, words, headline } = superseded;
    list.push({
      day: recorded,
      by: 'programme',
      run: (context) =>
        decideAgain(context, item, {
          taken: meetingOf(stage, at),
          result,
          words,
          rag: 'green',
          headline,
        }),
    });
  }
  return list;
}

/** What was proposed and decided in the demo's year. */
export function decisionEvents(stage: Stage): TimedEvent[] {
  return [
    ...PROPOSALS.flatMap((proposal) => events(stage, proposal)),
    ...NOTED.map(
      ({ at, recorded, words }): TimedEvent => ({
        day: recorded,
        by: 'programme',
        run: (context) =>
          noteDecision(context, meetingOf(stage, at), { ...opened(), result: 'noted', words }),
      }),
    ),
  ];
}
