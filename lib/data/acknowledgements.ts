import type { Acknowledge, ChallengeKey, TakeBack } from '@/lib/domain/acknowledgement';
import { formatDate } from '@/lib/domain/dates';
import { RuleError } from '@/lib/domain/errors';
import { firingChallenges } from './challenges';
import { type Change, change } from './change';
import { author, type Context, demand } from './context';
import { lock } from './lock';

/** What fires now for the actor, and the next meeting, which must be the one the form is for. */
async function firingFor(by: Change, slug: string) {
  const { calendar, firing } = await firingChallenges({ ...by, db: by.tx });
  const { next } = calendar;
  if (next?.slug !== slug) {
    throw new RuleError({
      '': next
        ? `The next meeting is now that of ${formatDate(next.date)}. Open the form again`
        : 'No meeting is set to come. Challenges are acknowledged for a meeting',
    });
  }
  const find = ({ rule, reference }: ChallengeKey) =>
    firing.find((one) => one.challenge.rule === rule && one.item.reference === reference);
  return { meetingId: next.id, find };
}

/** Appends one row to what was said about a challenge for a meeting. */
async function append(
  by: Change,
  on: { meetingId: string; itemId: string; rule: string },
  said: { takenBack: boolean; reason: string },
): Promise<void> {
  const { _max } = await by.tx.acknowledgement.aggregate({ where: on, _max: { number: true } });
  const number = (_max.number ?? 0) + 1;
  await by.tx.acknowledgement.create({
    data: { ...on, number, recordedAt: by.now, ...author(by), ...said },
  });
}

/**
 * Acknowledges challenges for the next meeting, with one reason. They stay on the list.
 * The audit event belongs to the meeting, not to the items: not everybody who may see an item
 * sees what does not add up about it.
 * @throws NotAllowedError, RuleError
 */
export function acknowledgeChallenges(context: Context, form: Acknowledge): Promise<void> {
  return change(
    context,
    { action: 'acknowledgeChallenges', form },
    async (by) => {
      demand(context, 'acknowledge');
      await lock(by.tx, 'acknowledgements');
      const { meetingId, find } = await firingFor(by, form.meeting);
      const chosen = form.challenges.map((key) => ({ key, firing: find(key) }));
      const refused = chosen.flatMap(({ key, firing }) => {
        if (!firing) return [`${key.reference}: this is no longer on the list`];
        const { acknowledged } = firing;
        if (!acknowledged) return [];
        return [`${key.reference}: ${acknowledged.author?.name ?? 'The system'} acknowledged it`];
      });
      if (refused.length > 0) {
        throw new RuleError({ challenges: `${refused.join('. ')}. Choose again` });
      }
      const told: string[] = [];
      for (const { firing } of chosen) {
        if (!firing) continue;
        const { challenge, item } = firing;
        const on = { meetingId, itemId: item.id, rule: challenge.rule };
        await append(by, on, { takenBack: false, reason: form.reason });
        told.push(`${challenge.rule} ${item.id}`);
      }
      await by.record({
        kind: 'challenges.acknowledged',
        meetingId,
        changes: [{ field: 'challenges', from: null, to: told }],
      });
    },
    () => undefined,
  );
}

/** Takes an acknowledgement back, with a reason. @throws NotAllowedError, RuleError */
export function takeBackAcknowledgement(context: Context, form: TakeBack): Promise<void> {
  return change(
    context,
    { action: 'takeBackAcknowledgement', form },
    async (by) => {
      demand(context, 'acknowledge');
      await lock(by.tx, 'acknowledgements');
      const { meetingId, find } = await firingFor(by, form.meeting);
      const firing = find(form.challenge);
      if (!firing?.acknowledged) {
        throw new RuleError({ '': 'This is not acknowledged, or no longer on the list' });
      }
      const { challenge, item } = firing;
      const on = { meetingId, itemId: item.id, rule: challenge.rule };
      await append(by, on, { takenBack: true, reason: form.reason });
      await by.record({
        kind: 'challenges.taken_back',
        meetingId,
        changes: [{ field: 'challenges', from: [`${challenge.rule} ${item.id}`], to: null }],
      });
    },
    () => undefined,
  );
}
