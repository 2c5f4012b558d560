import { addMonths, londonDay, londonInstant } from '@/lib/domain/dates';
import { getBoard } from './board';
import type { Context } from './context';
import { deleteExpiredUploads } from './import-uploads';
import { deleteOldSubmissions } from './submissions';

const LINK_DAYS = 30;

/** How many rows of each went. */
export interface TidiedUp {
  securityEvents: number;
  sessions: number;
  keptForms: number;
  pendingSignIns: number;
  /** Begun and never confirmed. */
  secondSteps: number;
  rateLimits: number;
  accessLinks: number;
  importUploads: number;
  submissions: number;
  hourlyCounts: number;
}

/**
 * Deletes what only served to let people in and has had its time: security events and sessions
 * after as many months as the board's setting says, links a month after they were used or ran out,
 * and at once what nobody can use any more. Nothing of the record is among it, and the database
 * keeps security events for six months whatever is asked of it.
 */
export async function tidyUp({ db, now }: Pick<Context, 'db' | 'now'>): Promise<TidiedUp> {
  const { securityMonths } = await getBoard({ db });
  const kept = londonInstant(addMonths(londonDay(now), -securityMonths), 0);
  const linksKept = new Date(now.getTime() - LINK_DAYS * 86_400_000);
  const yesterday = new Date(now.getTime() - 86_400_000);
  const over = { expiresAt: { lt: now } };
  const deleted = async (rows: Promise<{ count: number }>) => (await rows).count;
  return {
    // One that was never ended has timed out long before.
    sessions: await deleted(
      db.session.deleteMany({ where: { createdAt: { lt: kept }, lastSeenAt: { lt: kept } } }),
    ),
    keptForms: await deleted(db.keptForm.deleteMany({ where: over })),
    pendingSignIns: await deleted(db.pendingSignIn.deleteMany({ where: over })),
    secondSteps: await deleted(
      db.secondFactor.deleteMany({ where: { confirmedAt: null, createdAt: { lt: yesterday } } }),
    ),
    rateLimits: await deleted(
      db.rateLimit.deleteMany({ where: { expire: { lt: BigInt(now.getTime()) } } }),
    ),
    accessLinks: await deleted(
      db.accessLink.deleteMany({
        where: { OR: [{ usedAt: { lt: linksKept } }, { expiresAt: { lt: linksKept } }] },
      }),
    ),
    importUploads: await deleteExpiredUploads({ db, now }),
    submissions: await deleteOldSubmissions({ db, now }),
    hourlyCounts: await deleted(db.hourlyCount.deleteMany({ where: { hour: { lt: yesterday } } })),
    // Last: where the two clocks disagree the database refuses, and the rest is done all the same.
    securityEvents: await deleted(
      db.securityEvent.deleteMany({ where: { recordedAt: { lt: kept } } }),
    ),
  };
}
