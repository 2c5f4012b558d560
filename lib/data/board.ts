import type { BoardView } from '@/lib/domain/view';
import type { Transaction } from './database';
import { type Moment, recordedBy } from './record';

const UNSET: BoardView = {
  name: 'Drug and Alcohol Delivery Board',
  areas: [],
  illustrative: false,
  dueSoonDays: 30,
  reviewMonths: 12,
  updatesDueDays: 10,
  papersIssuedDays: 5,
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
  if (!latest) return UNSET;
  const { boardName: name, areas, illustrative, dueSoonDays, reviewMonths } = latest;
  const { updatesDueDays, papersIssuedDays } = latest;
  return {
    name,
    areas,
    illustrative,
    dueSoonDays,
    reviewMonths,
    updatesDueDays,
    papersIssuedDays,
  };
}
