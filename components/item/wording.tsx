import { itemPath } from '@/lib/domain/item';
import type { ItemView } from '@/lib/domain/view';
import { Prose } from '../ui/prose';
import { Section } from '../ui/section';
import { SummaryList, type SummaryRow } from '../ui/summary-list';
import { TextLink } from '../ui/text-link';
import { AddressedTo } from './addressed-to';
import { LinkedItems } from './linked-items';
import type { Part } from './parts';
import { SectionLink } from './section-link';
import { SourceLine } from './source-line';

/** A source’s text word for word, with what the board notes about it kept apart. */
export function Wording({ item, part }: { item: ItemView; part: Part }) {
  const { amount, editorNote, parent, bodies } = item;
  const base = itemPath(item.reference);
  const facts: SummaryRow[] = [
    ...(amount
      ? [
          {
            label: 'Amount',
            value: [amount.display, amount.period].filter(Boolean).join(', '),
          },
        ]
      : []),
    ...(parent
      ? [
          {
            label: 'Under',
            value: (
              <TextLink href={itemPath(parent.reference)}>
                {parent.reference} {parent.shortTitle}
              </TextLink>
            ),
          },
        ]
      : []),
    ...(bodies.length > 0
      ? [{ label: 'Addressed to', value: <AddressedTo bodies={bodies} /> }]
      : []),
    ...(editorNote ? [{ label: 'Editor’s note', value: <Prose text={editorNote} /> }] : []),
  ];
  return (
    <Section
      id={part.id}
      title={part.title}
      actions={
        <>
          {item.may.reword && (
            <SectionLink href={`${base}/wording`}>Change the wording</SectionLink>
          )}
          {item.may.map && (
            <SectionLink href={`${base}/short-title`}>Change the short title</SectionLink>
          )}
        </>
      }
    >
      <figure className="space-y-3 border-l-6 border-accent pl-5">
        <blockquote>
          <Prose text={item.text} size="large" />
        </blockquote>
        <figcaption className="measure text-sm text-muted">
          <SourceLine item={item} />
        </figcaption>
      </figure>
      {facts.length > 0 && <SummaryList rows={facts} />}
      {facts.length > 0 && (bodies.length > 0 || editorNote) && (
        <p className="measure text-sm text-muted">
          {bodies.length > 0
            ? 'Who it is addressed to is the board’s own reading of the text.'
            : 'The note is the board’s own, not part of the text.'}
        </p>
      )}
      <Under item={item} />
    </Section>
  );
}

/** What a heading holds, or the parts of a commitment that is a group too. */
function Under({ item }: { item: ItemView }) {
  const { children, reference } = item;
  if (children.length === 0) return null;
  return (
    <div className="space-y-3">
      <h3>Commitments under it</h3>
      <LinkedItems caption={`Commitments under ${reference}`} captionHidden items={children} />
    </div>
  );
}
