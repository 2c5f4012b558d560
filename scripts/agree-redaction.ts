import { parseArgs } from 'node:util';
import { connectDatabase, readClock } from '@/lib/data/database';
import { agreeRedactionAsOperator } from '@/lib/data/redactions';
import { getRedaction } from '@/lib/data/redactions-view';
import { NotFoundError, RuleError } from '@/lib/domain/errors';
import { isId } from '@/lib/domain/is-id';
import { OperatorError } from '@/lib/domain/operator-error';
import { systemActor } from '@/lib/domain/permissions';
import type { RedactionPageView } from '@/lib/domain/redaction-view';
import { mailRedactors } from '@/lib/server/redaction-mail';
import { migrate } from '@/prisma/migrate';
import { readSettings, runCommand } from './operator';
import { withDatabase } from './with-database';

const USAGE = 'npm run agree-redaction -- --id ID [--yes]';

/** The operator as the second of two, where nobody else can be; nothing without --yes. */
await runCommand(async () => {
  const { id, yes } = readArguments();
  const settings = readSettings();
  await withDatabase(settings, async (databaseUrl) => {
    // Without --yes it only looks.
    if (yes) await migrate(databaseUrl);
    const db = connectDatabase(databaseUrl, 1);
    try {
      const context = { actor: systemActor, db, now: await readClock(db) };
      console.log(inWords(await getRedaction(context, id)));
      if (!yes) {
        console.log('Nothing was changed. Add --yes to agree: nothing brings it back.');
        return;
      }
      await agreeRedactionAsOperator(context, id);
      await mailRedactors(context, id, 'answered', settings);
      console.log(
        'It is done, recorded as the operator’s, and told to every administrator and officer.',
      );
    } catch (error) {
      if (error instanceof RuleError) throw new OperatorError(`${error.message}.`);
      throw error instanceof NotFoundError
        ? new OperatorError('There is no such redaction.')
        : error;
    } finally {
      await db.$disconnect();
    }
  });
  return 0;
});

/** What would go, by whose word, and who could be the second; not the words themselves. */
function inWords({ title, fields, asked, others, outcome }: RedactionPageView): string {
  const listed = others.map(({ person, refused }) => `- ${person.name}: ${refused ?? 'can agree'}`);
  return [
    `${title}: ${fields.map(({ label }) => label).join(', ')}`,
    `Asked for by ${asked.author.name}, ${asked.author.position}: ${asked.reason}`,
    ...(outcome
      ? [`Answered already: ${outcome.kind}`]
      : ['Who else could be the second:', ...(listed.length > 0 ? listed : ['- nobody'])]),
  ].join('\n');
}

/** @throws OperatorError when the arguments are not as USAGE says */
function readArguments() {
  try {
    const { values } = parseArgs({ options: { id: { type: 'string' }, yes: { type: 'boolean' } } });
    const { id = '', yes = false } = values;
    if (isId(id)) return { id, yes };
  } catch {
    // The sentence below says it.
  }
  throw new OperatorError(`Say which, by the id in the address of its page: ${USAGE}`);
}
