import type { Database } from '@/lib/data/database';
import { actionEvents } from './action-events';
import { ACTIONS } from './actions/all';
import { boardEvents } from './board-events';
import { Calendar, spread } from './calendar';
import { assemble } from './cast';
import { COMMITMENTS } from './commitments';
import { decisionEvents } from './decision-events';
import type { Stage, TimedEvent } from './event';
import { EVIDENCE } from './evidence';
import { evidenceEvents } from './evidence-events';
import { entryEvents } from './item-events';
import { latestUpdates } from './latest-updates';
import { meetingEvents } from './meeting-events';
import { paperEvents } from './paper-events';
import { questionEvents } from './questions';
import { readingEvents } from './reading-events';
import { RECOMMENDATIONS } from './recommendations';
import { redactionEvents } from './redaction-events';
import type { Days } from './story';

/** Where the demo's record begins: a year before the day of seeding. */
export const BEGINNING: Days = -365;

/**
 * Plays a year of the fictional board, in order of time, through the same writes as people use,
 * each with a clock of its own.
 * @param db in one transaction: half a demo would be taken for a board's own work
 */
export async function seedDemo(
  db: Database,
  now: Date,
  passwordHash: string | null,
): Promise<void> {
  const calendar = new Calendar(now);
  const cast = await assemble({ db, now: calendar.opening(BEGINNING) }, passwordHash);
  const stage: Stage = { calendar, cast, ids: new Map() };
  await learnIds(db, stage);
  const events = [
    ...boardEvents(stage),
    ...readingEvents(stage),
    ...meetingEvents(stage),
    ...ACTIONS.flatMap((action) => actionEvents(stage, action)),
    ...[...RECOMMENDATIONS, ...COMMITMENTS].flatMap((item) =>
      entryEvents(stage, item.reference, item.author, item.entries),
    ),
    ...latestUpdates(stage),
    ...EVIDENCE.flatMap((evidence) => evidenceEvents(stage, evidence)),
    ...decisionEvents(stage),
    ...questionEvents(),
    ...redactionEvents(stage),
    ...paperEvents(stage),
  ];
  for (const [day, those] of byDay(calendar, events)) {
    for (const [index, at] of spread(day, those.length).entries()) {
      const event = those[index];
      if (event) await event.run({ actor: cast.actors[event.by], db, now: at });
    }
  }
}

async function learnIds(db: Database, { ids }: Stage): Promise<void> {
  const items = await db.item.findMany({ select: { id: true, reference: true } });
  const themes = await db.grouping.findMany({ where: { kind: 'theme' } });
  for (const { id, reference } of items) ids.set(reference, id);
  for (const { id, code } of themes) ids.set(code, id);
}

/** The events of each working day, in order; within a day they keep the order of the tables. */
function byDay(calendar: Calendar, events: readonly TimedEvent[]): Array<[string, TimedEvent[]]> {
  const days = new Map<string, TimedEvent[]>();
  for (const event of events) {
    const day = calendar.workingDay(event.day);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return [...days].sort(([a], [b]) => a.localeCompare(b));
}
