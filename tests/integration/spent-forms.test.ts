import { describe, expect, test } from 'vitest';
import type { Context } from '@/lib/data/context';
import { londonDay } from '@/lib/domain/dates';
import { ConflictError, NotAllowedError, NotFoundError, RuleError } from '@/lib/domain/errors';
import { buildMeeting } from '@/seed/builders/board';
import { contextOf, everything, makeActors, NOW } from '../support/actors';
import { testDatabase } from '../support/database';
import { writesAndTargets } from '../support/targets';
import { digest } from '../support/whole-database';
import { opening } from '../support/writes';

const { db } = await testDatabase();
const actors = await makeActors(db);
const { writes: WRITES, target } = await writesAndTargets(db, actors);
const first = contextOf(db, await everything(db, actors.home.officer));
const officerElsewhere = await everything(db, actors.away.officer);
const otherMeeting = await buildMeeting(contextOf(db), {
  date: londonDay(NOW),
  startsAt: '10:00',
  venue: 'Hall',
});

const REFUSALS = [ConflictError, RuleError, NotFoundError, NotAllowedError];

const events = () => db.auditEvent.count();

describe('a form whose id is spent, with anything else in it', () => {
  const second = contextOf(db, officerElsewhere);

  /** Tries it, and says what came of it. A repeat is told as written, what changed nothing is not. */
  async function outcome(
    by: Context,
    attempt: (by: Context) => Promise<unknown>,
  ): Promise<'written' | 'refused' | 'repeat' | 'unchanged'> {
    const [before, whole] = [await events(), await digest(db)];
    const wrote: string[] = [];
    try {
      await attempt({ ...by, wrote: (eventId) => wrote.push(eventId) });
    } catch (error) {
      if (!REFUSALS.some((kind) => error instanceof kind)) throw error;
      // Nothing of it is half-saved.
      expect(await digest(db)).toEqual(whole);
      return 'refused';
    }
    if ((await events()) > before) return 'written';
    return wrote.length > 0 ? 'repeat' : 'unchanged';
  }

  test.each(WRITES)('$name: other words are no repeat', async (write) => {
    const on = await target(write);
    const sent = await opening(db, write, on);
    await write.run(first, on, sent, 'First words');
    const other = (by: Context) => write.run(by, on, sent, 'Other words');
    await write.prepare?.(first, sent, 'Other words');
    const again = await outcome(first, other);
    if (write.wordless) expect(again).toBe('repeat');
    // Whose form was drawn from a row that stands no longer is shown both versions.
    else expect(again).not.toBe('repeat');
    if (again !== 'written') return;
    // And the second is known again by itself.
    expect(await outcome(first, other)).toBe('repeat');
  });

  test.each(WRITES)('$name: the same words of somebody else are no repeat', async (write) => {
    const on = await target(write);
    const sent = await opening(db, write, on);
    await write.run(first, on, sent, 'The same words');
    const again = await outcome(second, (by) => write.run(by, on, sent, 'The same words'));
    expect(again).not.toBe('repeat');
  });

  // An invitation is of nobody who is there yet.
  const OF_ONE = WRITES.filter(
    ({ name, to, people }) => to !== 'board' || (people && name !== 'invitePerson'),
  );
  test.each(OF_ONE)('$name: the same words of something else are written', async (write) => {
    const one = await target(write);
    const other = { ...(await target(write)), heldMeeting: otherMeeting };
    const { submissionId, ...sent } = await opening(db, write, one);
    await write.run(first, one, { submissionId, ...sent }, 'The same words');
    const { basedOn } = await opening(db, write, other);
    const run = (by: Context) => write.run(by, other, { submissionId, basedOn }, 'The same words');
    expect(await outcome(first, run)).toBe('written');
    expect(await outcome(first, run)).toBe('repeat');
  });

  test.each(WRITES.filter(({ basedOn }) => basedOn))(
    '$name: the same words on an older row are a conflict',
    async (write) => {
      const on = await target(write);
      const sent = await opening(db, write, on);
      const words = `Words ${sent.submissionId}`;
      await write.run(first, on, sent, words);
      const older = { ...sent, basedOn: Math.max(0, sent.basedOn - 1) };
      const same = older.basedOn === sent.basedOn;
      const again = await outcome(first, (by) => write.run(by, on, older, words));
      expect(again).toBe(same ? 'repeat' : 'refused');
    },
  );
});
