import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { administratorWithEmail } from '@/lib/data/administrators';
import { connectDatabase, readClock } from '@/lib/data/database';
import { appendDownload } from '@/lib/data/downloads';
import { findPersonId, getPersonFile } from '@/lib/data/person-file';
import { NotFoundError, RuleError } from '@/lib/domain/errors';
import { OperatorError } from '@/lib/domain/operator-error';
import { personFileZip } from '@/lib/papers/person-file';
import { readSettings, runCommand } from './operator';
import { withDatabase } from './with-database';

const USAGE =
  'npm run person-file -- (--id ID | --email name@board.example) --by administrator@board.example --out FOLDER';

/** The same file as on a person's page: by an administrator's word, and in the activity. */
await runCommand(async () => {
  const { who, by, out } = readArguments();
  await withDatabase(readSettings(), async (databaseUrl) => {
    const db = connectDatabase(databaseUrl, 1);
    try {
      const context = {
        actor: await administratorWithEmail({ db }, by),
        db,
        now: await readClock(db),
      };
      const file = await getPersonFile(context, await findPersonId(context, who));
      const place = path.join(out, `held-${file.person.id}.zip`);
      await appendDownload(context, { kind: 'person.file_made', personId: file.person.id });
      await writeFile(place, personFileZip(file), { mode: 0o600, flag: 'wx' });
      console.log(place);
    } catch (error) {
      if (error instanceof RuleError) throw new OperatorError(`${error.message}.`);
      throw error instanceof NotFoundError ? new OperatorError('There is no such person.') : error;
    } finally {
      await db.$disconnect();
    }
  });
  return 0;
});

/** @throws OperatorError when the arguments are not as USAGE says */
function readArguments() {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ options: { id: text, email: text, by: text, out: text } });
    const { id, email, by, out } = values;
    if (by && out && id && !email) return { who: { id }, by, out };
    if (by && out && email && !id) return { who: { email }, by, out };
  } catch {
    // The sentence below says it.
  }
  throw new OperatorError(`Say about whom, by whose word, and where to: ${USAGE}`);
}
