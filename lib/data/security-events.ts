import type { Caller, SecurityEventKind } from '@/lib/domain/security-event';
import type { Context } from './context';
import type { Transaction } from './database';

/** Notes a security event, in the transaction of what it tells of where there is one. */
export async function noteSecurityEvent(
  { db, now }: { db: Pick<Transaction, 'securityEvent'> } & Pick<Context, 'now'>,
  event: {
    kind: SecurityEventKind;
    personId?: string | null;
    /** Who did it, when that was somebody else. */
    byId?: string | null;
    caller: Caller;
    detail?: string | null;
  },
): Promise<void> {
  const { kind, personId = null, byId = null, caller, detail = null } = event;
  await db.securityEvent.create({
    data: { recordedAt: now, kind, personId, byId, ...caller, detail },
  });
}
