import { formatSize } from '@/lib/domain/file-size';
import { redactPath } from '@/lib/domain/redaction';
import { RESTRICTION_NAMES } from '@/lib/domain/restriction';
import type { EvidenceView } from '@/lib/domain/view';
import { EvidenceTag } from '../status/evidence-tag';
import { Day, Moment } from '../ui/date';
import { HostName } from '../ui/host-name';
import { Prose } from '../ui/prose';
import { Tag } from '../ui/tag';
import { TextLink } from '../ui/text-link';

/** One piece of evidence: what it is, what it shows, until when it counts, and whose it is. */
export function EvidenceEntry({ evidence }: { evidence: EvidenceView }) {
  const { shows, datedOn, reviewOn, outOfDate, withdrawn, restriction, author, addedAt } = evidence;
  return (
    <article className="space-y-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Title evidence={evidence} />
        {withdrawn && <Tag>Withdrawn</Tag>}
        {!withdrawn && outOfDate && <EvidenceTag state="out_of_date" />}
        {restriction && <Tag tone="accent">Restricted</Tag>}
      </div>
      <Prose text={shows} />
      <p className="text-sm text-muted">
        Dated <Day date={datedOn} />
        {!withdrawn && (
          <>
            {' · '}
            {outOfDate ? 'Review was due' : 'Review'} <Day date={reviewOn} />
          </>
        )}
        {' · '}
        Added by {author?.name ?? 'the system'}, <Moment at={addedAt} />
      </p>
      {withdrawn && (
        <div className="space-y-1 border-l-4 border-edge pl-4">
          <Prose text={`Why it was withdrawn: ${withdrawn.reason}`} />
          <p className="text-sm text-muted">
            {withdrawn.author?.name ?? 'The system'}, <Moment at={withdrawn.at} />
          </p>
        </div>
      )}
      {restriction && (
        <p className="measure text-sm text-muted">
          {RESTRICTION_NAMES[restriction.category]}: {restriction.reason} Hidden from{' '}
          {new Intl.ListFormat('en-GB').format([
            'viewers',
            ...restriction.hiddenFrom.map(({ name }) => name),
          ])}
          . Review on <Day date={restriction.reviewOn} />.
        </p>
      )}
      <Actions evidence={evidence} />
    </article>
  );
}

/** The title leads to the thing itself; after it, what a click brings. */
function Title({ evidence }: { evidence: EvidenceView }) {
  const { id, title, url, file } = evidence;
  if (file?.redacted) {
    return (
      <h3 className="text-lg">
        {title}{' '}
        <span className="text-sm font-normal wrap-anywhere text-muted">
          {file.name}: the file was redacted and cannot be downloaded
        </span>
      </h3>
    );
  }
  if (file) {
    const kind = file.name.split('.').at(-1)?.toUpperCase();
    return (
      <h3 className="text-lg">
        <TextLink href={`/evidence/${id}/file`} download>
          {title}
        </TextLink>{' '}
        <span className="text-sm font-normal wrap-anywhere text-muted">
          {file.name} ({kind}, {formatSize(file.size)})
        </span>
      </h3>
    );
  }
  return (
    <h3 className="text-lg">
      {url ? <TextLink href={url}>{title}</TextLink> : title} {url && <HostName url={url} />}
    </h3>
  );
}

function Actions({ evidence }: { evidence: EvidenceView }) {
  const { id, title, may, restriction } = evidence;
  if (!may.withdraw && !may.restrict && !may.redact) return null;
  const base = `/evidence/${id}`;
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-1 text-sm print:hidden [&>a]:leading-6">
      {may.withdraw && (
        <TextLink href={`${base}/withdraw`} context={title}>
          Withdraw
        </TextLink>
      )}
      {may.restrict && (
        <TextLink href={`${base}/restrict`} context={title}>
          {restriction ? 'Change the restriction' : 'Restrict'}
        </TextLink>
      )}
      {may.restrict && restriction && (
        <TextLink href={`${base}/release`} context={title}>
          Release
        </TextLink>
      )}
      {may.redact && (
        <TextLink href={redactPath({ table: 'Evidence', key: { id } })} context={title}>
          Redact
        </TextLink>
      )}
    </p>
  );
}
