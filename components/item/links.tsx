import { type CommitmentKind, type ItemKind, itemPath } from '@/lib/domain/item';
import type { ItemView, LinkedItem } from '@/lib/domain/view';
import { Section } from '../ui/section';
import { Groupings } from './groupings';
import { LinkedItems } from './linked-items';
import type { Part } from './parts';
import { SectionLink } from './section-link';

interface Group {
  title: string;
  /** Said when there are none; left out, the group is then left out. */
  none?: string;
  items: readonly LinkedItem[];
}

const ANSWERS: Record<CommitmentKind, string> = {
  commitment: 'Recommendations it answers',
  // Neither counts as an answer.
  heading: 'Recommendations it touches',
  context: 'Recommendations it touches',
  dependency: 'Recommendations that depend on it',
};

function ofRecommendation({ commitments, localActions }: ItemView): Group[] {
  return [
    {
      title: 'Commitments that answer it',
      none: 'No commitment answers it.',
      items: commitments.filter((one) => one.rated),
    },
    {
      title: 'Linked too, but no answer: headings and dependencies',
      items: commitments.filter((one) => !one.rated),
    },
    {
      title: 'Local actions under it',
      none: 'No local action is linked to it.',
      items: localActions,
    },
  ];
}

function ofCommitment({ commitmentKind, rated, recommendations, localActions }: ItemView): Group[] {
  return [
    {
      title: ANSWERS[commitmentKind ?? 'commitment'],
      none: rated ? 'It answers no recommendation.' : undefined,
      items: recommendations,
    },
    {
      title: 'Local actions under it',
      none: rated ? 'No local action is linked to it.' : undefined,
      items: localActions,
    },
  ];
}

function ofLocalAction({ recommendations, commitments }: ItemView): Group[] {
  return [
    {
      title: 'Recommendations it serves',
      none: 'It is linked to no recommendation.',
      items: recommendations,
    },
    { title: 'Commitments it serves', none: 'It is linked to no commitment.', items: commitments },
  ];
}

const GROUPS_OF: Record<ItemKind, (item: ItemView) => Group[]> = {
  recommendation: ofRecommendation,
  commitment: ofCommitment,
  local_action: ofLocalAction,
};

/** Where the links of this kind of item are changed, for those who may. */
function Change({ item }: { item: ItemView }) {
  const base = itemPath(item.reference);
  if (item.kind === 'local_action') {
    return item.may.edit && <SectionLink href={`${base}/links`}>Change links</SectionLink>;
  }
  const words = item.kind === 'commitment' ? 'Change what it answers' : 'Change groupings';
  return item.may.map && <SectionLink href={`${base}/mapping`}>{words}</SectionLink>;
}

/** What it is linked to: other items, then the groupings it belongs to. */
export function Links({ item, part }: { item: ItemView; part: Part }) {
  const groups = GROUPS_OF[item.kind](item).filter(({ none, items }) => none || items.length > 0);
  return (
    <Section
      id={part.id}
      title={part.title}
      intro="What answers what, and every grouping, is the board’s own reading, not official."
      actions={<Change item={item} />}
    >
      {groups.map(({ title, none, items }) => (
        <div key={title} className="space-y-3">
          <h3>{title}</h3>
          {items.length > 0 ? (
            <LinkedItems caption={title} captionHidden items={items} />
          ) : (
            <p className="text-muted">{none}</p>
          )}
        </div>
      ))}
      <Groupings item={item} />
      {groups.length === 0 && item.groupings.length === 0 && (
        <p className="text-muted">It is linked to nothing.</p>
      )}
    </Section>
  );
}
