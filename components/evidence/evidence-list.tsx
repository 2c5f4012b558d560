import { LinkButton } from '@/components/ui/button';
import { Day, Moment } from '@/components/ui/date';
import { Details } from '@/components/ui/details';
import { Prose } from '@/components/ui/prose';
import { Section } from '@/components/ui/section';
import { Tag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { itemPath } from '@/lib/domain/item';
import type { EvidenceView, ItemView } from '@/lib/domain/view';

/** 1 536 → '1.5 KB', as people read sizes. */
function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const kilobytes = bytes / 1024;
  if (kilobytes < 1024) return `${Math.round(kilobytes)} KB`;
  return `${(kilobytes / 1024).toFixed(1)} MB`;
}

function Where({ evidence }: { evidence: EvidenceView }) {
  if (evidence.file) {
    return (
      <TextLink href={`/evidence/${evidence.id}/file`} download>
        {evidence.file.name} ({fileSize(evidence.file.size)})
      </TextLink>
    );
  }
  return evidence.url ? <TextLink href={evidence.url}>{evidence.url}</TextLink> : null;
}

function Piece({ evidence }: { evidence: EvidenceView }) {
  const { id, title, shows, author, may, restriction, withdrawn } = evidence;
  return (
    <li className="space-y-2 border-b border-line py-4 first:pt-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="wrap-anywhere">{title}</h3>
        {withdrawn && <Tag tone="strong">Withdrawn</Tag>}
        {!withdrawn && evidence.outOfDate && <Tag tone="strong">Out of date</Tag>}
        {restriction && <Tag tone="accent">Restricted</Tag>}
      </div>
      <Prose text={shows} />
      <p className="wrap-anywhere">
        <Where evidence={evidence} />
      </p>
      <p className="text-sm text-muted">
        Dated <Day date={evidence.datedOn} />; review by <Day date={evidence.reviewOn} />. Added by{' '}
        {author?.name ?? 'the system'}, <Moment at={evidence.addedAt} />
      </p>
      {withdrawn && (
        <p>
          Withdrawn by {withdrawn.author?.name ?? 'the system'}, <Moment at={withdrawn.at} />:{' '}
          {withdrawn.reason}
        </p>
      )}
      {(may.withdraw || may.restrict) && (
        <p className="flex flex-wrap gap-x-5 print:hidden">
          {may.withdraw && (
            <TextLink href={`/evidence/${id}/withdraw`} context={title}>
              Withdraw
            </TextLink>
          )}
          {may.restrict && (
            <TextLink
              href={`/evidence/${id}/${restriction ? 'release' : 'restrict'}`}
              context={title}
            >
              {restriction ? 'Release' : 'Restrict'}
            </TextLink>
          )}
        </p>
      )}
    </li>
  );
}

/** What shows that it is so; withdrawn evidence stays to be read, and no longer counts. */
export function EvidenceList({ view }: { view: ItemView }) {
  const standing = view.evidenceList.filter((one) => !one.withdrawn);
  const withdrawn = view.evidenceList.filter((one) => one.withdrawn);
  const path = itemPath(view.reference);
  return (
    <Section
      id="evidence"
      title="Evidence"
      actions={
        view.may.addEvidence && (
          <>
            <LinkButton href={`${path}/evidence/link`} variant="secondary">
              Add a link
            </LinkButton>
            <LinkButton href={`${path}/evidence/file`} variant="secondary">
              Add a file
            </LinkButton>
          </>
        )
      }
    >
      {standing.length > 0 ? (
        <ul>
          {standing.map((evidence) => (
            <Piece key={evidence.id} evidence={evidence} />
          ))}
        </ul>
      ) : (
        <p className="text-muted">None yet.</p>
      )}
      {withdrawn.length > 0 && (
        <Details summary={`Withdrawn evidence (${withdrawn.length})`}>
          <ul>
            {withdrawn.map((evidence) => (
              <Piece key={evidence.id} evidence={evidence} />
            ))}
          </ul>
        </Details>
      )}
    </Section>
  );
}
