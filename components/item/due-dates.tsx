import type { ItemView } from '@/lib/domain/view';
import { Day } from '../ui/date';

/** 'once', 'twice', '3 times' */
function times(count: number): string {
  return ['never', 'once', 'twice'][count] ?? `${count} times`;
}

interface DueDatesProps {
  item: Pick<ItemView, 'dueDate' | 'firstDueDate' | 'moves'>;
}

/** The due date as it stands, the first one, and how often it moved: never one without the others. */
export function DueDates({ item }: DueDatesProps) {
  const { dueDate, firstDueDate, moves } = item;
  if (!dueDate) return null;
  if (moves === 0) {
    return (
      <>
        Due <Day date={dueDate} /> (its first date, never moved)
      </>
    );
  }
  return (
    <>
      Due <Day date={dueDate} /> (moved {times(moves)}, first date{' '}
      <Day date={firstDueDate ?? dueDate} />)
    </>
  );
}
