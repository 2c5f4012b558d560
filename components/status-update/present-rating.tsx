import { RagTag } from '@/components/status/rag-tag';
import { Card } from '@/components/ui/card';
import { Moment } from '@/components/ui/date';
import { Prose } from '@/components/ui/prose';
import type { ItemView } from '@/lib/domain/view';

/** What stands now, above the form that says what comes next. */
export function PresentRating({ item }: { item: Pick<ItemView, 'rag' | 'headline' | 'rating'> }) {
  const { rag, headline, rating } = item;
  return (
    <Card>
      <h2 className="text-xl">What stands now</h2>
      <RagTag status={rag} />
      {headline ? <p className="font-semibold">{headline}</p> : null}
      {rating ? (
        <p className="text-sm text-muted">
          {rating.author ? `${rating.author.name}, ` : ''}
          <Moment at={rating.at} />
        </p>
      ) : (
        <p>Nobody has rated it yet.</p>
      )}
      {rating?.words ? <Prose text={rating.words} /> : null}
      {rating?.recovery ? (
        <div>
          <h3 className="text-base">What would bring it back</h3>
          <Prose text={rating.recovery} />
        </div>
      ) : null}
    </Card>
  );
}
