import { itemPath } from '@/lib/domain/item';
import type { ItemView } from '@/lib/domain/view';
import { Day } from '../ui/date';
import { Prose } from '../ui/prose';
import { Section } from '../ui/section';
import { SummaryList } from '../ui/summary-list';
import type { Part } from './parts';
import { SectionLink } from './section-link';

const NOT_GIVEN = <span className="text-muted">Not given</span>;

/** What a local action is: its description, and with whom, where, from when and on what money. */
export function ActionDetails({ item, part }: { item: ItemView; part: Part }) {
  const {
    text,
    yourReference,
    alsoInvolved,
    area,
    startDate,
    fundingSource,
    fundedUntil,
    dueDate,
  } = item;
  const base = itemPath(item.reference);
  const endsBefore = fundedUntil && dueDate && fundedUntil < dueDate;
  return (
    <Section
      id={part.id}
      title={part.title}
      actions={item.may.edit && <SectionLink href={`${base}/edit`}>Edit details</SectionLink>}
    >
      <Prose text={text} size="large" />
      <SummaryList
        rows={[
          ...(yourReference ? [{ label: 'Your reference', value: yourReference }] : []),
          { label: 'Also involved', value: alsoInvolved ?? NOT_GIVEN },
          { label: 'Area', value: area ?? NOT_GIVEN },
          { label: 'Start', value: startDate ? <Day date={startDate} /> : NOT_GIVEN },
          { label: 'Funding source', value: fundingSource ?? NOT_GIVEN },
          {
            label: 'Funded until',
            value: fundedUntil ? (
              <>
                <Day date={fundedUntil} />
                {endsBefore && <strong> – before its due date</strong>}
              </>
            ) : (
              NOT_GIVEN
            ),
          },
        ]}
      />
    </Section>
  );
}
