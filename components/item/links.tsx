import { type ItemKind, itemPath } from '@/lib/domain/item';
import type { ItemView, LinkedItem } from '@/lib/domain/view';
import { Section } from '../ui/section';
import { Groupings } from './groupings';
import { LinkedItems } from './linked-items';
import type { Part } from './parts';
import { SectionLink } from './section-link';

interface Group {
  title: string;
  none: string;
  items: readonly LinkedItem[];
}

/** The kinds of thing an item of a kind is linked to, and what each link says of it. */
function groupsOf(item: ItemView): Group[] {
  const { recommendations, commitments, localActions } = item;
  const groups: Record<ItemKind, Group> = {
    recommendation: {
      title:
        item.kind === 'commitment' ? 'Recommendations it answers' : 'Recommendations it serves',
      none:
        item.kind === 'commitment'
          ? 'It answers no recommendation.'
          : 'It is linked to no recommendation.',
      items: recommendations,
    },
    commitment: {
      title:
        item.kind === 'recommendation' ? 'Commitments that answer it' : 'Commitments it serves',
      none:
        item.kind === 'recommendation'
          ? 'No commitment answers it.'
          : 'It is linked to no commitment.',
      items: commitments,
    },
    local_action: {
      title: 'Local actions under it',
      none: 'No local action is linked to it.',
      items: localActions,
    },
  };
  if (item.commitmentKind === 'dependency') {
    groups.recommendation.title = 'Recommendations that depend on it';
  }
  const kinds = (Object.keys(groups) as ItemKind[]).filter((kind) => kind !== item.kind);
  return kinds
    .filter((kind) => item.rated || groups[kind].items.length > 0)
    .map((kind) => groups[kind]);
}

/** What it is linked to: other items, then the groupings it belongs to. */
export function Links({ item, part }: { item: ItemView; part: Part }) {
  const groups = groupsOf(item);
  return (
    <Section
      id={part.id}
      title={part.title}
      intro="What answers what, and every grouping, is the board’s own reading, not official."
      actions={
        item.kind === 'local_action' &&
        item.may.edit && (
          <SectionLink href={`${itemPath(item.reference)}/links`}>Change links</SectionLink>
        )
      }
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
