import { itemPath } from '@/lib/domain/item';
import type { ItemView } from '@/lib/domain/view';
import { RagStrip } from '../movement/rag-strip';
import { Statuses } from '../status/statuses';
import { LinkButton } from '../ui/button';
import { ButtonRow } from '../ui/button-row';
import { Day, Moment } from '../ui/date';
import { Inset } from '../ui/inset';
import { Prose } from '../ui/prose';
import { by } from './by';
import { DueDates } from './due-dates';
import { spokenUpdates, standingEvidence } from './parts';

/** The three statuses side by side, and the words of the latest rating. */
export function Standing({ item }: { item: ItemView }) {
  return (
    <section aria-labelledby="standing-heading" className="space-y-6">
      <h2 id="standing-heading" className="sr-only">
        Where it stands
      </h2>
      <Statuses
        rag={item.rag}
        evidence={item.evidence}
        schedule={item.schedule}
        notes={{
          rag:
            item.lifecycle === 'withdrawn'
              ? 'When it was withdrawn; it is in no count'
              : item.ragKey[item.rag],
          evidence: <EvidenceNote item={item} />,
          schedule: <ScheduleNote item={item} />,
        }}
      />
      <RagStrip meetings={item.ragAtMeetings} />
      <Rating item={item} />
      <SinceThen item={item} />
      <Actions item={item} />
    </section>
  );
}

function EvidenceNote({ item }: { item: ItemView }) {
  const standing = standingEvidence(item);
  const last = standing
    .map(({ reviewOn }) => reviewOn)
    .sort()
    .at(-1);
  if (!last) return 'Nothing has been added that shows it';
  return (
    <>
      {standing.length} {standing.length === 1 ? 'piece' : 'pieces'}, review{' '}
      {item.evidence === 'out_of_date' ? 'was due' : 'due'} <Day date={last} />
    </>
  );
}

function ScheduleNote({ item }: { item: ItemView }) {
  if (item.dueDate) return <DueDates item={item} />;
  if (!item.reviewDate) return 'No due date and no review date';
  return (
    <>
      Review on <Day date={item.reviewDate} />
    </>
  );
}

function Rating({ item }: { item: ItemView }) {
  const { rating, headline } = item;
  if (!rating) return null;
  return (
    <div className="space-y-4">
      <div className="measure space-y-1.5">
        {headline && <p className="text-xl font-bold text-balance">{headline}</p>}
        <p className="text-sm text-muted">
          {by(rating.author)}, <Moment at={rating.at} />
        </p>
      </div>
      {rating.words && <Prose text={rating.words} />}
      {rating.recovery && (
        <Inset>
          <h3 className="text-base">What would bring it back</h3>
          <Prose text={rating.recovery} />
        </Inset>
      )}
    </div>
  );
}

/** "No change" said after the rating: the next step is the news. */
function SinceThen({ item }: { item: ItemView }) {
  const latest = spokenUpdates(item)[0];
  if (latest?.kind !== 'no_change') return null;
  return (
    <div className="measure space-y-2 border-t border-line pt-4">
      <p>
        <strong>No change</strong>{' '}
        <span className="text-sm text-muted">
          {by(latest.author)}, <Moment at={latest.at} />
        </span>
      </p>
      {latest.nextStep && <Prose text={`Next step: ${latest.nextStep}`} />}
    </div>
  );
}

function Actions({ item }: { item: ItemView }) {
  if (!item.may.setRag) return null;
  const base = itemPath(item.reference);
  return (
    <ButtonRow>
      <LinkButton href={`${base}/update`}>Post a status update</LinkButton>
      {item.rag !== 'not_rated' && (
        <LinkButton href={`${base}/no-change`} variant="secondary">
          Report no change
        </LinkButton>
      )}
    </ButtonRow>
  );
}
