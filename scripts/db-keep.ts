import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { connectDatabase } from '@/lib/data/database';
import { OperatorError } from '@/lib/domain/operator-error';
import { migrate } from '@/prisma/migrate';
import { readMigrations } from '@/prisma/migrations-folder';
import { openScratch } from '@/prisma/scratch';
import { NOW } from '@/tests/support/actors';
import { buildFullBoard } from '@/tests/support/full-board';
import { KEPT, KEPT_END, writeKept } from '@/tests/support/kept-database';
import { runCommand } from './operator';

// Keeps a database of today for the migrations to come to be tried on. What is kept never changes.
await runCommand(async () => {
  const last = (await readMigrations()).at(-1)?.name ?? '';
  const file = path.join(KEPT, `${last}${KEPT_END}`);
  if (existsSync(file)) {
    throw new OperatorError(`A database of ${last} is kept already, and those never change.`);
  }
  const scratch = await openScratch();
  try {
    await migrate(scratch.url);
    const db = connectDatabase(scratch.url, 3);
    await buildFullBoard(db);
    await db.$disconnect();
    const kept = await writeKept(scratch.url, NOW);
    await mkdir(KEPT, { recursive: true });
    await writeFile(file, kept);
    console.log(`Kept ${file}: ${Math.ceil(kept.length / 1024)} KiB.`);
    return 0;
  } finally {
    await scratch.stop();
  }
});
