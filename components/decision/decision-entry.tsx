import { decisionPath, RESULT_NAMES } from '@/lib/domain/decision';
import type { DecisionView } from '@/lib/domain/decision-view';
import { itemPath } from '@/lib/domain/item';
import { meetingPath } from '@/lib/domain/meeting-name';
import { by } from '../item/by';
import { Day, Moment } from '../ui/date';
import { Prose } from '../ui/prose';
import { Tag } from '../ui/tag';
import { TextLink } from '../ui/text-link';

/**
 * One decision: what, on what, where and when it was taken, and when it was written down.
 * @param about whether to name the item, where the page does not
 */
export function DecisionEntry({ decision, about }: { decision: DecisionView; about?: boolean }) {
  const { item, proposed, words, supersededBy, supersedes } = decision;
  return (
    <div className="space-y-2">
      {about && item && (
        <p className="font-semibold">
          <TextLink href={itemPath(item.reference)}>
            {item.reference} {item.shortTitle}
          </TextLink>
        </p>
      )}
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <strong>
          {RESULT_NAMES[decision.result]}
          {about && proposed ? `: to ${proposed}` : ''}
        </strong>
        {supersededBy && <Tag tone="strong">Superseded</Tag>}
        {item?.restricted && <Tag tone="accent">Restricted</Tag>}
      </p>
      {words && <Prose text={words} />}
      {supersedes && (
        <p>
          In the place of{' '}
          <TextLink href={decisionPath(supersedes.id)}>{supersedes.minuteReference}</TextLink>,
          which was mistaken.
        </p>
      )}
      {supersededBy && (
        <p>
          Superseded by{' '}
          <TextLink href={decisionPath(supersededBy.id)}>{supersededBy.minuteReference}</TextLink>.
        </p>
      )}
      <Taken decision={decision} />
    </div>
  );
}

function Taken({ decision }: { decision: DecisionView }) {
  const { meeting, delegatedTo, decidedOn, recordedAt, author, byProposer } = decision;
  return (
    <p className="text-sm text-muted">
      <TextLink href={decisionPath(decision.id)}>Minute {decision.minuteReference}</TextLink>.{' '}
      {meeting ? (
        <>
          Decided at the{' '}
          <TextLink href={meetingPath(meeting.slug)}>
            meeting of <Day date={decidedOn} />
          </TextLink>
        </>
      ) : (
        <>
          Decided under delegation by {by(delegatedTo)} on <Day date={decidedOn} />
        </>
      )}
      ; recorded by {by(author)}
      {byProposer && ', who had proposed it'}, <Moment at={recordedAt} />.
    </p>
  );
}
