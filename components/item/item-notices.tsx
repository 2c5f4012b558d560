import { itemPath, OUTCOME_NAMES } from '@/lib/domain/item';
import { RESTRICTION_NAMES } from '@/lib/domain/restriction';
import type { ItemView, RestrictionView } from '@/lib/domain/view';
import { PendingNotice } from '../proposal/pending-notice';
import { Day, Moment } from '../ui/date';
import { Notification } from '../ui/notification';
import { Prose } from '../ui/prose';
import { TextLink } from '../ui/text-link';
import { by } from './by';

/** What holds for the whole page. */
export function ItemNotices({ item }: { item: ItemView }) {
  const { lifecycle, restriction } = item;
  return (
    <>
      {lifecycle === 'withdrawn' && <Withdrawn item={item} />}
      {lifecycle === 'closed' && <Closed item={item} />}
      <PendingNotice item={item} />
      {restriction && <Restricted item={item} restriction={restriction} />}
      {!item.rated && <Notification title={SHOWN_ONLY[item.commitmentKind ?? 'context']} />}
    </>
  );
}

const SHOWN_ONLY = {
  commitment: 'Shown for context: it is neither rated nor counted.',
  context: 'Shown for context: it is neither rated nor counted, and answers no recommendation.',
  heading:
    'A heading, shown for context: the commitments under it are rated and counted, it is not.',
  dependency:
    'Shown as a dependency, not as a commitment: it is neither rated nor counted, and does not count as an answer.',
} as const;

function Withdrawn({ item }: { item: ItemView }) {
  const withdrawal = item.updates.find((update) => update.kind === 'withdrawal');
  return (
    <Notification
      title={`${item.reference} was withdrawn. It is in no count and takes no changes.`}
    >
      {withdrawal?.words && <Prose text={withdrawal.words} />}
      {withdrawal && (
        <p className="text-sm text-muted">
          {by(withdrawal.author)}, <Moment at={withdrawal.at} />
        </p>
      )}
    </Notification>
  );
}

function Closed({ item }: { item: ItemView }) {
  const outcome = item.outcome ? `: ${OUTCOME_NAMES[item.outcome]}` : '';
  return (
    <Notification title={`${item.reference} is closed${outcome}`}>
      <p>
        {item.closedOn && (
          <>
            Closed on <Day date={item.closedOn} />.{' '}
          </>
        )}
        It takes no more updates.
        {item.may.proposeReopening && (
          <>
            {' '}
            <TextLink href={`${itemPath(item.reference)}/reopen`}>Propose to reopen it</TextLink>
          </>
        )}
      </p>
    </Notification>
  );
}

function Restricted({ item, restriction }: { item: ItemView; restriction: RestrictionView }) {
  const { category, reason, reviewOn, hiddenFrom, author, at } = restriction;
  const names = ['viewers', ...hiddenFrom.map(({ name }) => name)];
  const base = itemPath(item.reference);
  return (
    <Notification title={`Restricted: ${RESTRICTION_NAMES[category]}`}>
      <Prose text={reason} />
      <p>
        Hidden from {new Intl.ListFormat('en-GB').format(names)}. To be reviewed on{' '}
        <Day date={reviewOn} />.
      </p>
      <p className="text-sm text-muted">
        {by(author)}, <Moment at={at} />
      </p>
      {item.may.restrict && (
        <p className="flex flex-wrap gap-x-6 gap-y-1 print:hidden">
          <TextLink href={`${base}/restrict`}>Change the restriction</TextLink>
          <TextLink href={`${base}/release`}>Release</TextLink>
        </p>
      )}
    </Notification>
  );
}
