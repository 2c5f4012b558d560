import { DEFAULT_RAG_KEY } from '@/lib/domain/rag';
import { readOwnRagKeys } from '@/lib/domain/settings';
import type { BoardView } from '@/lib/domain/view';
import type { BoardSettings } from '@/prisma/client/client';
import type { Transaction } from './database';
import { type Moment, recordedBy } from './record';

const UNSET: BoardView = {
  version: 0,
  name: 'Drug and Alcohol Delivery Board',
  areas: [],
  illustrative: false,
  dueSoonDays: 30,
  reviewMonths: 12,
  updatesDueDays: 10,
  papersIssuedDays: 5,
  ragKey: DEFAULT_RAG_KEY,
  ragKeyConfirmed: false,
  sessionIdleMinutes: 30,
  sessionHours: 12,
  secondStepRoles: [],
  secondStepOutside: true,
  passwordsAllowed: true,
  securityMonths: 12,
  storageMb: 10_240,
};

/** The board's settings. Open to everyone: the sign-in page shows its name. */
export async function getBoard(
  { db }: { db: Pick<Transaction, 'boardSettings'> },
  moment?: Moment,
): Promise<BoardView> {
  const latest = await db.boardSettings.findFirst({
    where: moment && recordedBy(moment),
    orderBy: { version: 'desc' },
  });
  return latest ? toBoard(latest) : UNSET;
}

/** A row of settings as the board it describes. */
export function toBoard(row: BoardSettings): BoardView {
  const { version, areas, illustrative, dueSoonDays, reviewMonths } = row;
  const { updatesDueDays, papersIssuedDays, ragKeyConfirmed } = row;
  const { sessionIdleMinutes, sessionHours, secondStepRoles, secondStepOutside } = row;
  const { passwordsAllowed } = row;
  const own = readOwnRagKeys(row);
  return {
    version,
    name: row.boardName,
    areas,
    illustrative,
    dueSoonDays,
    reviewMonths,
    updatesDueDays,
    papersIssuedDays,
    ragKeyConfirmed,
    sessionIdleMinutes,
    sessionHours,
    secondStepRoles,
    secondStepOutside,
    passwordsAllowed,
    securityMonths: row.securityMonths,
    storageMb: row.storageMb,
    ragKey: {
      recommendation: { ...DEFAULT_RAG_KEY.recommendation, ...own.recommendation },
      commitment: { ...DEFAULT_RAG_KEY.commitment, ...own.commitment },
      local_action: { ...DEFAULT_RAG_KEY.local_action, ...own.local_action },
    },
  };
}
