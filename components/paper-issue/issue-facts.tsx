import type { IssuedPaperView } from '@/lib/domain/paper-issue-view';
import { by } from '../item/by';
import { Moment } from '../ui/date';
import { SummaryList } from '../ui/summary-list';
import { IssueFiles, IssueHashes } from './issue-files';
import { IssueState } from './issue-state';

/** When it was issued, on which figures, and its files. */
export function IssueFacts({ issue }: { issue: IssuedPaperView }) {
  const { replaces, cleared } = issue;
  return (
    <SummaryList
      rows={[
        { label: 'State', value: <IssueState issue={issue} /> },
        {
          label: 'Issued',
          value: (
            <>
              <Moment at={issue.issuedAt} /> by {by(issue.issuedBy)}
            </>
          ),
        },
        ...(cleared
          ? [
              {
                label: 'Cleared by',
                value: cleared.role ? `${cleared.by}, ${cleared.role}` : cleared.by,
              },
            ]
          : []),
        { label: 'Figures as at', value: <Moment at={issue.cutOff} /> },
        ...(replaces
          ? [
              {
                label: `Replaces version ${replaces.version}`,
                value: `${replaces.reason} (${replaces.refreshed ? 'with newer figures' : 'with the figures of that version'})`,
              },
            ]
          : []),
        ...(issue.withdrawn
          ? []
          : [
              {
                label: 'Files',
                value: (
                  <div className="space-y-3">
                    <IssueFiles issue={issue} />
                    <IssueHashes issue={issue} />
                  </div>
                ),
              },
            ]),
      ]}
    />
  );
}
