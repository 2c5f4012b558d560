import type { RegisterRow } from '@/lib/domain/view';
import { ScheduleTag } from '../status/schedule-tag';
import { Day } from '../ui/date';

/** The schedule of a local action, with the date it follows from. */
export function ScheduleCell({ row }: { row: RegisterRow }) {
  if (!row.schedule) return null;
  const moved = row.firstDueDate !== null && row.firstDueDate !== row.dueDate;
  return (
    <div className="space-y-0.5">
      <ScheduleTag state={row.schedule} />
      {row.dueDate && (
        <p className="whitespace-nowrap text-muted">
          <Day date={row.dueDate} />
        </p>
      )}
      {moved && row.firstDueDate && (
        <p className="text-muted">
          {row.dueDate && row.dueDate < row.firstDueDate ? 'Brought forward from' : 'First due'}{' '}
          <span className="whitespace-nowrap">
            <Day date={row.firstDueDate} />
          </span>
        </p>
      )}
      {!row.dueDate && row.reviewDate && (
        <p className="text-muted">
          Review on{' '}
          <span className="whitespace-nowrap">
            <Day date={row.reviewDate} />
          </span>
        </p>
      )}
    </div>
  );
}
