import { formatDate, londonDay } from '@/lib/domain/dates';
import { issueName, issuePath } from '@/lib/domain/paper-issue';
import type { IssueView } from '@/lib/domain/paper-issue-view';
import { Tag } from '../ui/tag';
import { TextLink } from '../ui/text-link';

/** Whether an issue stands, and what stands in its place. */
export function IssueState({ issue }: { issue: IssueView }) {
  const { withdrawn, replacedBy, meeting } = issue;
  if (withdrawn) {
    return (
      <>
        <Tag tone="strong">Withdrawn</Tag> on {formatDate(londonDay(new Date(withdrawn.at)))}.
        Reason: {withdrawn.reason}
      </>
    );
  }
  if (replacedBy !== null) {
    const later = { kind: issue.kind, version: replacedBy };
    return (
      <>
        <Tag>Replaced</Tag> by{' '}
        <TextLink href={issuePath(meeting.slug, later)}>{issueName(later).toLowerCase()}</TextLink>
      </>
    );
  }
  return <Tag tone="accent">Issued</Tag>;
}
