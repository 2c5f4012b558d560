import { itemPath } from '@/lib/domain/item';
import type { EvidenceView, ItemView } from '@/lib/domain/view';
import type { Part } from '../item/parts';
import { LinkButton } from '../ui/button';
import { ButtonRow } from '../ui/button-row';
import { Details } from '../ui/details';
import { Section } from '../ui/section';
import { EvidenceEntry } from './evidence-entry';

interface EvidenceSectionProps {
  item: Pick<ItemView, 'reference' | 'evidenceList' | 'may'>;
  part: Part;
}

/** What shows that something is so: what stands, and apart from it what was withdrawn. */
export function EvidenceSection({ item, part }: EvidenceSectionProps) {
  const standing = item.evidenceList.filter((evidence) => !evidence.withdrawn);
  const withdrawn = item.evidenceList.filter((evidence) => evidence.withdrawn);
  const base = `${itemPath(item.reference)}/evidence`;
  return (
    <Section id={part.id} title={part.title}>
      {standing.length > 0 ? (
        <Entries evidence={standing} />
      ) : (
        <p className="text-muted">Nothing has been added that shows it.</p>
      )}
      {item.may.addEvidence && (
        <ButtonRow>
          <LinkButton href={`${base}/link`} variant="secondary">
            Add a link
          </LinkButton>
          <LinkButton href={`${base}/file`} variant="secondary">
            Add a file
          </LinkButton>
        </ButtonRow>
      )}
      {withdrawn.length > 0 && (
        <Details summary={`Withdrawn evidence (${withdrawn.length})`}>
          <p className="text-sm text-muted">It stays readable and no longer counts.</p>
          <Entries evidence={withdrawn} />
        </Details>
      )}
    </Section>
  );
}

function Entries({ evidence }: { evidence: readonly EvidenceView[] }) {
  return (
    <ul className="border-t border-line">
      {evidence.map((one) => (
        <li key={one.id} className="border-b border-line py-4">
          <EvidenceEntry evidence={one} />
        </li>
      ))}
    </ul>
  );
}
