import type { ChallengeLine } from '@/lib/domain/challenge-view';
import { itemPath } from '@/lib/domain/item';
import { Table } from '../ui/table';
import { TextLink } from '../ui/text-link';
import { Acknowledgement, MendingLinks } from './acknowledgement';

interface ChallengeTableProps {
  caption: string;
  lines: readonly ChallengeLine[];
  mayAcknowledge: boolean;
}

/** What one rule found, an item a row. */
export function ChallengeTable({ caption, lines, mayAcknowledge }: ChallengeTableProps) {
  const links = mayAcknowledge || lines.some(({ mend }) => mend);
  return (
    <Table
      caption={caption}
      captionHidden
      rows={lines}
      rowKey={({ reference }) => reference}
      columns={[
        {
          key: 'reference',
          header: 'Reference',
          lead: true,
          tight: true,
          cell: ({ reference }) => reference,
        },
        {
          key: 'title',
          header: 'Short title',
          lead: true,
          cell: ({ reference, shortTitle }) => (
            <TextLink href={itemPath(reference)} strong>
              {shortTitle}
            </TextLink>
          ),
        },
        {
          key: 'owner',
          header: 'Owner',
          cell: ({ owner }) =>
            owner ? (
              <TextLink href={`/people/${owner.id}`}>{owner.name}</TextLink>
            ) : (
              <span className="text-muted">No owner</span>
            ),
        },
        {
          key: 'sentence',
          header: 'What does not add up',
          cell: ({ sentence, acknowledged }) => (
            <>
              <p>{sentence}.</p>
              {acknowledged && <Acknowledgement acknowledged={acknowledged} />}
            </>
          ),
        },
        ...(links
          ? [
              {
                key: 'links',
                header: 'Put it right',
                cell: (line: ChallengeLine) => (
                  <MendingLinks line={line} mayAcknowledge={mayAcknowledge} />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
