import { itemPath } from '@/lib/domain/item';
import type { IssuedPaperView } from '@/lib/domain/paper-issue-view';
import { by } from '../item/by';
import { Moment } from '../ui/date';
import { Inset } from '../ui/inset';
import { SummaryList } from '../ui/summary-list';
import { TextLink } from '../ui/text-link';
import { IssueFiles } from './issue-files';
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
          : [{ label: 'Files', value: <IssueFiles issue={issue} hashes /> }]),
      ]}
    />
  );
}

/** What the register says otherwise by now. */
export function ChangedSince({ references }: { references: readonly string[] }) {
  if (references.length === 0) return null;
  return (
    <Inset>
      <p>
        <strong>Changed in the register since this paper’s figures:</strong>{' '}
        {references.map((reference, index) => (
          <span key={reference}>
            {index > 0 && ', '}
            <TextLink href={itemPath(reference)}>{reference}</TextLink>
          </span>
        ))}
        . The paper stays as it was issued.
      </p>
    </Inset>
  );
}
