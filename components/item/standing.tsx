import { Statuses } from '@/components/status/statuses';
import { Day } from '@/components/ui/date';
import { Prose } from '@/components/ui/prose';
import type { ItemView } from '@/lib/domain/view';

function evidenceNote(view: ItemView): string | undefined {
  const standing = view.evidenceList.filter((one) => !one.withdrawn).length;
  return standing > 0 ? `${standing} piece${standing === 1 ? '' : 's'}` : undefined;
}

/** Where it stands: the three statuses side by side, and the words behind the rating. */
export function Standing({ view }: { view: ItemView }) {
  const { rating } = view;
  return (
    <div className="space-y-5">
      <Statuses
        rag={view.rag}
        evidence={view.evidence}
        schedule={view.schedule}
        notes={{
          rag: rating ? <>rated {<Day date={rating.at.slice(0, 10)} />}</> : 'nobody has said yet',
          evidence: evidenceNote(view),
          schedule: view.dueDate ? (
            <>
              due <Day date={view.dueDate} />
            </>
          ) : view.reviewDate ? (
            <>
              review on <Day date={view.reviewDate} />
            </>
          ) : undefined,
        }}
      />
      {rating && (
        <div className="measure space-y-3">
          <p className="text-xl leading-snug font-semibold wrap-anywhere">{view.headline}</p>
          {rating.words && <Prose text={rating.words} />}
          {rating.recovery && (
            <>
              <h3>What would bring it back</h3>
              <Prose text={rating.recovery} />
            </>
          )}
        </div>
      )}
    </div>
  );
}
