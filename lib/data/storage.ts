import { z } from 'zod';
import { RuleError } from '@/lib/domain/errors';
import { can } from '@/lib/domain/permissions';
import {
  noRoom,
  type Storage,
  type StorageState,
  storageOf,
  storageState,
} from '@/lib/domain/storage';
import { getBoard } from './board';
import { type Context, demand } from './context';
import type { Transaction } from './database';
import { lock } from './lock';
import { membersReader } from './paper-audience';
import { queryRows } from './query-rows';

const BYTES = z.object({ bytes: z.bigint() });

/**
 * What the files of the board take: evidence, uploads that wait to be imported, and the files of
 * issued papers, as large as they came. Not what was redacted or withdrawn: its bytes are gone.
 */
async function getUsed(db: Transaction): Promise<number> {
  const [row] = await queryRows(db, BYTES)`
    SELECT (
      (SELECT coalesce(sum(size), 0) FROM "Evidence" WHERE size IS NOT NULL)
      - (SELECT coalesce(sum(e.size), 0) FROM "Evidence" e WHERE e.id IN (
          SELECT r."evidenceId" FROM "Redaction" r
          JOIN "RedactionOutcome" o ON o."redactionId" = r.id AND o.kind = 'agreed'
          WHERE r.subject = 'Evidence' AND 'bytes' = ANY(r.columns)))
      + (SELECT coalesce(sum(size), 0) FROM "IssuedFile" f
          WHERE NOT EXISTS (SELECT FROM "PaperWithdrawal" w WHERE w."issueId" = f."issueId"))
      + (SELECT coalesce(sum(size), 0) FROM "ImportUpload" WHERE "appliedImportId" IS NULL)
    )::bigint AS bytes`;
  return Number(row?.bytes ?? 0);
}

async function measured(db: Transaction): Promise<Storage> {
  const board = await getBoard({ db });
  return storageOf(await getUsed(db), board);
}

/**
 * How full it is, and the numbers for administrators and officers, who can do something about it;
 * not for those from whom something is hidden, since they would tell its size.
 */
export async function getStorage(
  context: Context,
): Promise<{ state: StorageState; numbers: Storage | null }> {
  demand(context, 'read');
  const storage = await measured(context.db);
  const told = can(context.actor, 'manageSettings') || can(context.actor, 'managePapers');
  const sees = told && (await membersReader(context))({ recordedAt: context.now });
  return { state: storageState(storage), numbers: sees ? storage : null };
}

/** Asked before a file is read; asked again, one by one, when it is stored. @throws RuleError at `file` */
export async function demandRoom(db: Transaction, size: number): Promise<void> {
  const refused = noRoom(await measured(db), size);
  if (refused) throw new RuleError({ file: refused });
}

/** The same where it is stored: whoever else stores a file waits. @throws RuleError at `file` */
export async function lockRoom(tx: Transaction, size: number): Promise<void> {
  await lock(tx, 'storage');
  await demandRoom(tx, size);
}
