import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { administratorWithEmail } from '@/lib/data/administrators';
import { connectDatabase, readClock } from '@/lib/data/database';
import { type ErasurePlan, erasePerson, planErasure } from '@/lib/data/erasures';
import { eraseSchema } from '@/lib/domain/access';
import { NotFoundError, RuleError } from '@/lib/domain/errors';
import { OperatorError } from '@/lib/domain/operator-error';
import { migrate } from '@/prisma/migrate';
import { readSettings, runCommand } from './operator';
import { withDatabase } from './with-database';

const USAGE =
  'npm run erase-person -- (--id ID | --email name@board.example) --by administrator@board.example --reason "Why" [--yes]';

/** The same as the page "Erase a name": by an administrator's word, and nothing without --yes. */
await runCommand(async () => {
  const { who, by, reason, yes } = readArguments();
  await withDatabase(readSettings(), async (databaseUrl) => {
    // Without --yes it only looks.
    if (yes) await migrate(databaseUrl);
    const db = connectDatabase(databaseUrl, 1);
    try {
      const actor = await administratorWithEmail({ db }, by);
      const context = { actor, db, now: await readClock(db) };
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
      },
    });
    const { id, email, by, yes = false } = values;
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
