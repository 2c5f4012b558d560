import { redactPath } from '@/lib/domain/redaction';
import type { RedactionPageView } from '@/lib/domain/redaction-view';
import { by } from '../item/by';
import { Moment } from '../ui/date';
import { Prose } from '../ui/prose';
import { SummaryList, type SummaryRow } from '../ui/summary-list';
import { TextLink } from '../ui/text-link';
import { answeredBy, fieldsInWords } from './fields';
import { Hashes } from './hashes';
import { OUTCOME_WORDS } from './redaction-table';

/** What was asked, by whom and why, and what came of it. */
export function RedactionFacts({ redaction }: { redaction: RedactionPageView }) {
  const { id, fields, asked, outcome, place } = redaction;
  const rows: SummaryRow[] = [
    { label: 'What', value: fieldsInWords(fields) },
    ...(place
      ? [{ label: 'Where', value: <TextLink href={place.href}>{place.label}</TextLink> }]
      : []),
    {
      label: 'Asked for by',
      value: (
        <>
          {by(asked.author)}, <Moment at={asked.at} />
        </>
      ),
    },
    {
      label: 'Reason',
      value: <Prose text={asked.reason} />,
      // What was typed here may name somebody as well.
      action: {
        href: redactPath({ table: 'Redaction', key: { id } }),
        label: 'Redact',
        context: 'this reason',
      },
    },
    ...(outcome
      ? [
          {
            label: OUTCOME_WORDS[outcome.kind],
            value: (
              <>
                {answeredBy(outcome.author)}, <Moment at={outcome.at} />
              </>
            ),
          },
        ]
      : []),
    ...(outcome?.reason
      ? [
          {
            label: 'Why not',
            value: <Prose text={outcome.reason} />,
            action: {
              href: redactPath({ table: 'RedactionOutcome', key: { redactionId: id } }),
              label: 'Redact',
              context: 'why not',
            },
          },
        ]
      : []),
  ];
  return (
    <div className="space-y-4">
      <SummaryList rows={rows} />
      <Hashes redaction={redaction} />
    </div>
  );
}
