import { challengeKey } from '@/lib/domain/acknowledgement';
import { CHALLENGES_PATH } from '@/lib/domain/challenge-query';
import type { AcknowledgementView, ChallengeLine } from '@/lib/domain/challenge-view';
import { by } from '../item/by';
import { Moment } from '../ui/date';
import { Prose } from '../ui/prose';
import { Tag } from '../ui/tag';
import { TextLink } from '../ui/text-link';

/** That a challenge is accepted for the meeting, why, and by whom. */
export function Acknowledgement({ acknowledged }: { acknowledged: AcknowledgementView }) {
  const { reason, author, at } = acknowledged;
  return (
    <div className="mt-1 space-y-1 border-l-3 border-line pl-3">
      <Tag tone="accent">Acknowledged</Tag>
      <Prose text={reason} />
      <p className="text-sm text-muted">
        {by(author)}, <Moment at={at} />
      </p>
    </div>
  );
}

interface MendingLinksProps {
  line: ChallengeLine;
  mayAcknowledge: boolean;
}

/** Where it is put right, or acknowledged, by those who may. */
export function MendingLinks({ line, mayAcknowledge }: MendingLinksProps) {
  const { mend, acknowledged, reference, rule } = line;
  if (!mend && !mayAcknowledge) return null;
  const page = acknowledged ? 'take-back' : 'acknowledge';
  const search = new URLSearchParams({ challenge: challengeKey(line), rule });
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1 print:hidden">
      {mend && (
        <TextLink href={mend.href} context={`(${reference})`}>
          {mend.label}
        </TextLink>
      )}
      {mayAcknowledge && (
        <TextLink href={`${CHALLENGES_PATH}/${page}?${search}`} context={`(${reference})`}>
          {acknowledged ? 'Take back' : 'Acknowledge'}
        </TextLink>
      )}
    </p>
  );
}
