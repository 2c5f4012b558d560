import { itemPath } from '@/lib/domain/item';
import { RAG_NAMES } from '@/lib/domain/rag';
import type { ItemView, UpdateView } from '@/lib/domain/view';
import { RagTag } from '../status/rag-tag';
import { Details } from '../ui/details';
import { Prose } from '../ui/prose';
import { Section } from '../ui/section';
import { Timeline, type TimelineEntry } from '../ui/timeline';
import { by } from './by';
import { type Part, spokenUpdates } from './parts';
import { SectionLink } from './section-link';

/** As many as a reader looks back over before a meeting; the others are a click away. */
const SHOWN = 6;

const TITLES: Record<UpdateView['kind'], string> = {
  baseline: 'First recorded',
  rag: 'Status update',
  no_change: 'No change',
  owner: 'New owner',
  dates: 'Dates changed',
  our_role: 'Our role set',
  withdrawal: 'Withdrawn',
  extension: 'Extension agreed',
  closure: 'Closed',
  reopening: 'Reopened',
  correction: 'Decision superseded',
};

function entries(updates: readonly UpdateView[], all: readonly UpdateView[]): TimelineEntry[] {
  return updates.map((update) => ({
    key: String(update.number),
    at: update.at,
    title: update.kind === 'rag' ? (update.headline ?? TITLES.rag) : TITLES[update.kind],
    author: by(update.author),
    tag:
      update.kind === 'rag' || update.kind === 'no_change' ? (
        <Rated update={update} all={all} />
      ) : null,
    children: <Words update={update} />,
  }));
}

/** The rating, and the one before it where that was another. */
function Rated({ update, all }: { update: UpdateView; all: readonly UpdateView[] }) {
  const before = all.find((earlier) => earlier.number < update.number)?.rag;
  const moved = update.kind === 'rag' && before && before !== update.rag && before !== 'not_rated';
  return (
    <span className="inline-flex items-center gap-2 text-sm text-muted">
      <RagTag status={update.rag} />
      {moved && `was ${RAG_NAMES[before]}`}
    </span>
  );
}

function Words({ update }: { update: UpdateView }) {
  const { words, recovery, nextStep } = update;
  return (
    <>
      {nextStep && <Labelled label="Next step" text={nextStep} />}
      {words && <Prose text={words} />}
      {recovery && <Labelled label="What would bring it back" text={recovery} />}
    </>
  );
}

function Labelled({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <p className="text-sm font-semibold">{label}</p>
      <Prose text={text} />
    </div>
  );
}

/** What people said about it, newest first, each by the name its author had then. */
export function Updates({ item, part }: { item: ItemView; part: Part }) {
  const spoken = spokenUpdates(item);
  const earlier = spoken.slice(SHOWN);
  return (
    <Section
      id={part.id}
      title={part.title}
      actions={<SectionLink href={`${itemPath(item.reference)}/history`}>Full history</SectionLink>}
    >
      {spoken.length > 0 ? (
        <Timeline entries={entries(spoken.slice(0, SHOWN), item.updates)} />
      ) : (
        <p className="text-muted">Nobody has posted an update yet.</p>
      )}
      {earlier.length > 0 && (
        <Details summary={`Earlier updates (${earlier.length})`}>
          <Timeline entries={entries(earlier, item.updates)} />
        </Details>
      )}
    </Section>
  );
}
