import { migrate } from '@/prisma/migrate';
import { readSettings, runCommand } from './operator';
import { withDatabase } from './with-database';

await runCommand(async () => {
  const applied = await withDatabase(readSettings(), (url) => migrate(url));
  if (applied.length === 0) console.log('The database was up to date.');
  for (const name of applied) console.log(`Applied ${name}.`);
  return 0;
});
