import { formatDate } from '@/lib/domain/dates';
import { issueName, issuePath } from '@/lib/domain/paper-issue';
import type { IssueView } from '@/lib/domain/paper-issue-view';
import { Moment } from '../ui/date';
import { Table } from '../ui/table';
import { TextLink } from '../ui/text-link';
import { IssueFiles } from './issue-files';
import { IssueState } from './issue-state';

/** Every issued paper, the newest first. */
export function IssueTable({ issues }: { issues: readonly IssueView[] }) {
  return (
    <Table
      caption="Issued papers"
      captionHidden
      rows={[...issues]}
      rowKey={(issue) => issue.id}
      columns={[
        {
          key: 'paper',
          header: 'Paper',
          lead: true,
          cell: (issue) => (
            <TextLink href={issuePath(issue.meeting.slug, issue)} strong>
              {`${formatDate(issue.meeting.date)}, ${issueName(issue).toLowerCase()}`}
            </TextLink>
          ),
        },
        { key: 'state', header: 'State', cell: (issue) => <IssueState issue={issue} /> },
        {
          key: 'issued',
          header: 'Issued',
          cell: (issue) => (
            <>
              <Moment at={issue.issuedAt} />
              {issue.issuedBy && (
                <span className="block text-sm text-muted">{issue.issuedBy.name}</span>
              )}
            </>
          ),
        },
        {
          key: 'cut-off',
          header: 'Figures as at',
          cell: (issue) => <Moment at={issue.cutOff} />,
        },
        {
          key: 'files',
          header: 'Files',
          cell: (issue) =>
            issue.withdrawn ? (
              <span className="text-muted">None: it was withdrawn</span>
            ) : (
              <IssueFiles issue={issue} />
            ),
        },
      ]}
    />
  );
}
