import type { RedactionRow } from '@/lib/domain/redaction-view';
import { Moment } from '../ui/date';
import { Table } from '../ui/table';
import { Tag } from '../ui/tag';
import { TextLink } from '../ui/text-link';
import { fieldsInWords } from './fields';

export const OUTCOME_WORDS = {
  agreed: 'Redacted',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
} as const;

interface RedactionTableProps {
  caption: string;
  redactions: readonly RedactionRow[];
}

/** Requests, a row each, with what came of them. */
export function RedactionTable({ caption, redactions }: RedactionTableProps) {
  const answered = redactions.some(({ outcome }) => outcome);
  return (
    <Table
      caption={caption}
      captionHidden
      rows={redactions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          header: 'What',
          lead: true,
          cell: ({ id, title }) => (
            <TextLink href={`/redactions/${id}`} strong>
              {title}
            </TextLink>
          ),
        },
        { key: 'fields', header: 'Of it', cell: ({ fields }) => fieldsInWords(fields) },
        {
          key: 'asked',
          header: 'Asked for',
          cell: ({ asked }) => (
            <>
              <Moment at={asked.at} />, {asked.author.name}
            </>
          ),
        },
        ...(answered
          ? [
              {
                key: 'outcome',
                header: 'Answer',
                cell: ({ outcome }: RedactionRow) =>
                  outcome && (
                    <>
                      <Tag>{OUTCOME_WORDS[outcome.kind]}</Tag> <Moment at={outcome.at} />,{' '}
                      {outcome.author?.name ?? 'the operator'}
                    </>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
