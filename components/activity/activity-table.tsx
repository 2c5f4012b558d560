import type { ActivityRow } from '@/lib/domain/activity';
import { resultsPath } from '@/lib/domain/import-path';
import { ChangesList } from '../ui/changes-list';
import { Moment } from '../ui/date';
import { Prose } from '../ui/prose';
import { Table } from '../ui/table';
import { TextLink } from '../ui/text-link';

interface ActivityTableProps {
  caption: string;
  rows: readonly ActivityRow[];
}

/** A line for each change, export or download: what, of what, from what to what, who and when. */
export function ActivityTable({ caption, rows }: ActivityTableProps) {
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ seq }) => seq}
      columns={[
        { key: 'what', header: 'What', lead: true, cell: ({ title }) => title },
        { key: 'subject', header: 'Subject', cell: ({ subject }) => <Subject subject={subject} /> },
        { key: 'change', header: 'From and to', cell: (row) => <Change row={row} /> },
        { key: 'who', header: 'Who', cell: ({ author }) => <Who author={author} /> },
        { key: 'when', header: 'When', cell: ({ at }) => <Moment at={at} /> },
      ]}
    />
  );
}

function Who({ author }: Pick<ActivityRow, 'author'>) {
  if (!author) return <span className="text-muted">The system</span>;
  return (
    <>
      <TextLink href={`/people/${author.id}`}>{author.name}</TextLink>
      {author.position && <span className="block text-sm text-muted">{author.position}</span>}
    </>
  );
}

function Subject({ subject }: Pick<ActivityRow, 'subject'>) {
  if (!subject) return <span className="text-muted">None</span>;
  const { label, href } = subject;
  return (
    <span className="wrap-anywhere">{href ? <TextLink href={href}>{label}</TextLink> : label}</span>
  );
}

function Change({ row: { changes, reason, through } }: { row: ActivityRow }) {
  if (changes.length === 0 && !reason && !through) return <span className="text-muted">None</span>;
  return (
    <div className="space-y-2">
      {changes.length > 0 && <ChangesList changes={changes} />}
      {reason && <Prose text={`Reason: ${reason}`} />}
      {through && (
        <p className="text-sm text-muted">
          Through the import of{' '}
          <TextLink href={resultsPath(through.importId)}>{through.fileName}</TextLink>, row{' '}
          {through.row}
        </p>
      )}
    </div>
  );
}
