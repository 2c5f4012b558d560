import { itemPath } from '@/lib/domain/item';
import { PROPOSAL_NAMES } from '@/lib/domain/proposal';
import type { ItemView } from '@/lib/domain/view';
import { Notification } from '../ui/notification';
import { TextLink } from '../ui/text-link';
import { ProposalSummary } from './proposal-summary';

/** What awaits the board's decision about an item, and what the reader can do about it. */
export function PendingNotice({ item }: { item: ItemView }) {
  const pending = item.proposals.find(({ state }) => state === 'pending');
  if (!pending) return null;
  const base = itemPath(item.reference);
  return (
    <Notification
      title={`${PROPOSAL_NAMES[pending.kind]} proposed: it awaits the board’s decision`}
    >
      <ProposalSummary proposal={pending} />
      {pending.kind === 'extension' && <p>Until the board agrees, the present date stands.</p>}
      {(pending.mayWithdraw || item.may.decide) && (
        <p className="flex flex-wrap gap-x-6 gap-y-1 print:hidden">
          {pending.mayWithdraw && (
            <TextLink href={`${base}/withdraw-proposal`}>Withdraw the proposal</TextLink>
          )}
          {item.may.decide && (
            <TextLink href={`${base}/decide`}>Record a delegated decision</TextLink>
          )}
        </p>
      )}
    </Notification>
  );
}
