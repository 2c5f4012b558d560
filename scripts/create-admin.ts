import { parseArgs } from 'node:util';
import { connectDatabase, readClock } from '@/lib/data/database';
import { type Administrator, createFirstAdministrator } from '@/lib/data/first-administrator';
import { allowPasswords } from '@/lib/data/settings';
import { RuleError } from '@/lib/domain/errors';
import { mendLine } from '@/lib/domain/mend-text';
import { OperatorError } from '@/lib/domain/operator-error';
import { systemActor } from '@/lib/domain/permissions';
import { migrate } from '@/prisma/migrate';
import { readSettings, runCommand } from './operator';
import { withDatabase } from './with-database';

const USAGE =
  'npm run create-admin -- --email name@board.example --name "First Last" --position "Position" --organisation "Organisation" [--officer] [--allow-passwords] [--reset-second-step]';

await runCommand(async () => {
  const person = readArguments();
  const settings = readSettings();
  const token = await withDatabase(settings, async (databaseUrl) => {
    await migrate(databaseUrl);
    const db = connectDatabase(databaseUrl, 1);
    try {
      const context = { actor: systemActor, db, now: await readClock(db) };
      if (person.allowPasswords) await allowPasswords(context);
      return (await createFirstAdministrator(context, person)).token;
    } catch (error) {
      throw error instanceof RuleError ? new OperatorError(`${error.message}.`) : error;
    } finally {
      await db.$disconnect();
    }
  });
  console.log('This link lets its holder choose a password. It works once, for 7 days:');
  console.log(`${settings.appUrl}/invitation/${token}`);
  return 0;
});

/** @throws OperatorError when the arguments are not as USAGE says */
function readArguments(): Administrator & { allowPasswords: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        email: { type: 'string' },
        name: { type: 'string' },
        position: { type: 'string' },
        organisation: { type: 'string' },
        officer: { type: 'boolean' },
        'allow-passwords': { type: 'boolean' },
        'reset-second-step': { type: 'boolean' },
      },
    });
    const email = mendLine(values.email);
    const name = mendLine(values.name);
    const position = mendLine(values.position) || undefined;
    const organisation = mendLine(values.organisation) || undefined;
    const { officer = false, 'allow-passwords': allowPasswords = false } = values;
    const { 'reset-second-step': resetSecondStep = false } = values;
    if (/^\S+@\S+$/.test(email) && name) {
      return { email, name, position, organisation, officer, allowPasswords, resetSecondStep };
    }
  } catch {
    // The sentence below says it.
  }
  throw new OperatorError(`Give the administrator's email address and name: ${USAGE}`);
}
