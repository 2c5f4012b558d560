import { itemPath, OUR_ROLE_NAMES } from '@/lib/domain/item';
import type { ItemView } from '@/lib/domain/view';
import { Day, Moment } from '../ui/date';
import { TextLink } from '../ui/text-link';
import { DueDates } from './due-dates';
import { Fact } from './fact';

/** Who answers for it and by when, beside where it stands. */
export function Facts({ item }: { item: ItemView }) {
  const { owner, lead, ourRole, may, kind, reference } = item;
  const base = itemPath(reference);
  const change = (allowed: boolean, page: string, label: string, what: string) =>
    allowed ? { href: `${base}/${page}`, label, context: `${what} of ${reference}` } : null;
  return (
    <dl className="divide-y divide-line rounded-lg border border-line bg-surface px-5">
      <Fact
        label="Owner"
        action={change(may.setOwner, 'owner', owner ? 'Change' : 'Assign an owner', 'the owner')}
      >
        {owner ? (
          <>
            <TextLink href={`/people/${owner.id}`} strong>
              {owner.name}
            </TextLink>
            <span className="block text-sm text-muted">
              {[owner.position, owner.organisation].filter(Boolean).join(', ')}
            </span>
          </>
        ) : (
          <strong>Nobody yet</strong>
        )}
      </Fact>
      <Fact label="Lead organisation" action={null}>
        {lead?.name ?? <span className="text-muted">None</span>}
      </Fact>
      {kind === 'recommendation' && (
        <Fact label="Our role" action={change(may.setOurRole, 'role', 'Change', 'our role')}>
          {ourRole ? OUR_ROLE_NAMES[ourRole] : <span className="text-muted">Not set</span>}
        </Fact>
      )}
      {kind === 'local_action' && (
        <Fact label="Dates" action={change(may.edit, 'dates', 'Change', 'the dates')}>
          <Dates item={item} />
          {may.proposeExtension && (
            <p className="mt-1 text-sm print:hidden">
              <TextLink href={`${base}/extend`}>Propose an extension</TextLink>
            </p>
          )}
        </Fact>
      )}
      <Fact label="Last update" action={null}>
        {item.lastUpdateAt ? (
          <Moment at={item.lastUpdateAt} />
        ) : (
          <span className="text-muted">None yet</span>
        )}
      </Fact>
    </dl>
  );
}

function Dates({ item }: { item: ItemView }) {
  if (item.dueDate) return <DueDates item={item} />;
  if (!item.reviewDate) return <strong>No date yet</strong>;
  return (
    <>
      Ongoing, review on <Day date={item.reviewDate} />
    </>
  );
}
