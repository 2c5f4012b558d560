import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { OperatorError } from '@/lib/domain/operator-error';
import { MIGRATIONS } from '@/prisma/migrations-folder';
import { runCommand } from './operator';
import { schemaDifference } from './schema-difference';

await runCommand(async () => {
  const name = process.argv[2] ?? '';
  if (!/^[a-z][a-z0-9_]{1,60}$/.test(name)) {
    throw new OperatorError(
      'Name the migration in small letters, digits and underscores: npm run db:new add_minutes',
    );
  }
  const sql = await schemaDifference();
  if (sql === '') {
    console.log('The migrations already make what schema.prisma says; there is nothing to write.');
    return 0;
  }
  const moment = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.join(MIGRATIONS, `${moment}_${name}`);
  await mkdir(folder);
  await writeFile(path.join(folder, 'migration.sql'), sql);
  console.log(`Wrote ${path.relative('.', folder)}/migration.sql. Read it before you commit it.`);
  return 0;
});
