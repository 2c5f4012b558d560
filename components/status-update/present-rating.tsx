import { RagTag } from '@/components/status/rag-tag';
import { Instant } from '@/components/ui/date';
import { Prose } from '@/components/ui/prose';
import type { ItemView } from '@/lib/domain/view';

/** What stands now, above the form that says what comes next. */
export function PresentRating({ item }: { item: Pick<ItemView, 'rag' | 'headline' | 'rating'> }) {
  const { rag, headline, rating } = item;
  return (
    <section aria-labelledby="present" className="mb-8 border border-line bg-sunk p-4">
      <h2 id="present" className="mb-2 text-lg">
        What stands now
      </h2>
      <RagTag rag={rag} />
      {headline ? <p className="mt-2 font-semibold">{headline}</p> : null}
      {rating ? (
        <>
          <p className="text-sm text-muted">
            {rating.author ? `${rating.author.name}, ` : ''}
            <Instant at={rating.at} />
          </p>
          {rating.words ? (
            <div className="mt-2">
              <Prose text={rating.words} />
            </div>
          ) : null}
          {rating.recovery ? (
            <div className="mt-2">
              <p className="font-semibold">What would bring it back</p>
              <Prose text={rating.recovery} />
            </div>
          ) : null}
        </>
      ) : (
        <p className="mt-2">Nobody has rated it yet.</p>
      )}
    </section>
  );
}
