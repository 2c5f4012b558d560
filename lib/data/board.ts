import type { BoardView } from '@/lib/domain/view';
import type { Context } from './context';

const UNSET: BoardView = {
  name: 'Drug and Alcohol Delivery Board',
  areas: [],
  illustrative: false,
  dueSoonDays: 30,
  reviewMonths: 12,
};

/** The board's settings as they stand. Open to everyone: the sign-in page shows its name. */
export async function getBoard({ db }: Pick<Context, 'db'>): Promise<BoardView> {
  const latest = await db.boardSettings.findFirst({ orderBy: { version: 'desc' } });
  if (!latest) return UNSET;
  const { boardName, areas, illustrative, dueSoonDays, reviewMonths } = latest;
  return { name: boardName, areas, illustrative, dueSoonDays, reviewMonths };
}
