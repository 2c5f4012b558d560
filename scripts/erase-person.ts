import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { administratorWithEmail } from '@/lib/data/administrators';
import { connectDatabase, readClock } from '@/lib/data/database';
import { type ErasurePlan, erasePerson, listErasures, planErasure } from '@/lib/data/erasures';
import { eraseSchema } from '@/lib/domain/access';
import { NotFoundError, RuleError } from '@/lib/domain/errors';
import { OperatorError } from '@/lib/domain/operator-error';
import { migrate } from '@/prisma/migrate';
import { readSettings, runCommand } from './operator';
import { withDatabase } from './with-database';

const USAGE =
  'npm run erase-person -- (--id ID | --email name@board.example) --by administrator@board.example --reason "Why" [--yes], or --list --by administrator@board.example';

/** The same as the page "Erase a name": by an administrator's word, and nothing without --yes. */
await runCommand(async () => {
  const { who, by, reason, yes } = readArguments();
  if (who === 'all there were') return list(by);
  await withDatabase(readSettings(), async (databaseUrl) => {
    // Without --yes it only looks.
    if (yes) await migrate(databaseUrl);
    const db = connectDatabase(databaseUrl, 1);
    try {
      const now = await readClock(db);
      // Whoever runs it is at the server: nothing more is asked of them.
      const actor = await administratorWithEmail({ db }, by);
      const context = { actor, db, now, provedAt: now };
      const plan = await planErasure(context, who);
      console.log(inWords(plan));
      if (!yes) {
        console.log('Nothing was changed. Add --yes to do it: nothing brings the name back.');
        return;
      }
      await erasePerson(context, plan.personId, { submissionId: randomUUID(), reason });
      console.log('It is done, and in the activity.');
    } catch (error) {
      if (error instanceof RuleError) throw new OperatorError(`${error.message}.`);
      throw error instanceof NotFoundError ? new OperatorError('There is no such person.') : error;
    } finally {
      await db.$disconnect();
    }
  });
  return 0;
});

/** Prints a command for each erasure there was: what to run after an older backup was restored. */
async function list(by: string): Promise<number> {
  await withDatabase(readSettings(), async (databaseUrl) => {
    const db = connectDatabase(databaseUrl, 1);
    try {
      const actor = await administratorWithEmail({ db }, by);
      for (const { personId, at } of await listErasures({ actor, db, now: await readClock(db) })) {
        const reason = `Erased on ${at.slice(0, 10)}, before a backup was restored`;
        console.log(
          `npm run erase-person -- --id ${personId} --by ${by} --reason "${reason}" --yes`,
        );
      }
    } catch (error) {
      throw error instanceof RuleError ? new OperatorError(`${error.message}.`) : error;
    } finally {
      await db.$disconnect();
    }
  });
  return 0;
}

function inWords({ personId, name, position, email, versions, goes }: ErasurePlan): string {
  const rest = Object.entries(goes).map(([what, count]) => `${what}: ${count}`);
  return [
    `${name}, ${position} (${personId})`,
    `Blanked: the name, in ${versions === 1 ? '1 version' : `${versions} versions`}`,
    `Deleted: ${email ? `the address ${email}, ` : ''}password and whatever else lets them in (${rest.join(', ')})`,
    'Left: what they did, under their position and organisation; their name in issued papers, and where somebody typed it',
  ].join('\n');
}

/** @throws OperatorError when the arguments are not as USAGE says */
function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        id: { type: 'string' },
        email: { type: 'string' },
        by: { type: 'string' },
        reason: { type: 'string' },
        yes: { type: 'boolean' },
        list: { type: 'boolean' },
      },
    });
    const { id, email, by, yes = false } = values;
    if (values.list && by && /^\S+@[\w.-]+$/.test(by) && !id && !email) {
      return { who: 'all there were' as const, by, reason: '', yes: false };
    }
    const reason = eraseSchema.shape.reason.parse(values.reason);
    if (by && id && !email && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) {
      return { who: { id }, by, reason, yes };
    }
    if (by && email && !id) return { who: { email }, by, reason, yes };
  } catch {
    // The sentence below says it.
  }
  throw new OperatorError(`Say who, by whose word, and why: ${USAGE}`);
}
