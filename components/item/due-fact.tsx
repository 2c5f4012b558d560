import type { ItemView } from '@/lib/domain/view';
import { Day } from '../ui/date';
import type { SummaryAction } from '../ui/summary-list';
import { Fact } from './fact';

interface DueFactProps {
  item: Pick<ItemView, 'dueDate' | 'firstDueDate' | 'reviewDate' | 'moves'>;
  action: SummaryAction | null;
}

/** 'once', 'twice', '3 times' */
function times(count: number): string {
  return ['never', 'once', 'twice'][count] ?? `${count} times`;
}

/** The date as it stands, the first one, and how often it moved: never one without the others. */
export function DueFact({ item, action }: DueFactProps) {
  const { dueDate, firstDueDate, reviewDate, moves } = item;
  if (dueDate) {
    return (
      <Fact label="Due date" action={action}>
        <strong>
          <Day date={dueDate} />
        </strong>
        <span className="block text-sm text-muted">
          First due date <Day date={firstDueDate ?? dueDate} />, moved {times(moves)}
        </span>
      </Fact>
    );
  }
  return (
    <Fact label="Due date" action={action}>
      {reviewDate ? (
        <>
          Ongoing, review on <Day date={reviewDate} />
        </>
      ) : (
        <strong>No date yet</strong>
      )}
    </Fact>
  );
}
