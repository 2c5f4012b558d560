import { migrate } from '@/prisma/migrate';
import { difference } from '@/prisma/schema-engine';
import { openScratch } from '@/prisma/scratch';

/**
 * What schema.prisma says that the migrations do not make, as SQL; '' when they agree.
 * @throws OperatorError when a migration fails
 */
export async function schemaDifference(): Promise<string> {
  const scratch = await openScratch();
  try {
    await migrate(scratch.url);
    return await difference(scratch.url);
  } finally {
    await scratch.stop();
  }
}
