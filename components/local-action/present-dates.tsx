import { Inset } from '@/components/ui/inset';
import { TextLink } from '@/components/ui/text-link';
import { formatDate } from '@/lib/domain/dates';
import { itemPath } from '@/lib/domain/item';
import type { ItemView } from '@/lib/domain/view';

type Dated = Pick<
  ItemView,
  'reference' | 'firstDueDate' | 'dueDate' | 'reviewDate' | 'moves' | 'may'
>;

function moved(times: number): string {
  if (times === 0) return 'It has not moved.';
  return times === 1 ? 'It has moved once.' : `It has moved ${times} times.`;
}

/** The dates as they stand, and which changes are for the board. */
export function PresentDates({ item }: { item: Dated }) {
  const { firstDueDate, dueDate, reviewDate, moves } = item;
  if (dueDate) {
    return (
      <Inset>
        <p>
          It is due on <strong>{formatDate(dueDate)}</strong>. Its first due date was{' '}
          {formatDate(firstDueDate ?? dueDate)} and never changes. {moved(moves)}
        </p>
        <p>
          You can bring the date forward. A later date, or none, needs the board’s agreement: until
          the board agrees, this date stands.
          {item.may.proposeExtension && (
            <>
              {' '}
              <TextLink href={`${itemPath(item.reference)}/extend`}>Propose an extension</TextLink>
            </>
          )}
        </p>
        {item.may.correctFirstDate && (
          <p>
            Mistyped when it was first set?{' '}
            <TextLink href={`${itemPath(item.reference)}/correct-date`}>
              Correct the first due date
            </TextLink>
          </p>
        )}
      </Inset>
    );
  }
  return (
    <Inset>
      <p>
        {reviewDate ? (
          <>
            It is ongoing, to be reviewed on <strong>{formatDate(reviewDate)}</strong>.
          </>
        ) : (
          'It has no date yet.'
        )}
      </p>
      <p>
        The first due date you set here never changes. After that a later one needs the board’s
        agreement.
      </p>
    </Inset>
  );
}
