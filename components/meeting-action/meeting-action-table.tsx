import { formatDate } from '@/lib/domain/dates';
import type { MeetingActionState } from '@/lib/domain/meeting-action';
import type { MeetingActionView } from '@/lib/domain/meeting-action-view';
import { meetingPath } from '@/lib/domain/meeting-name';
import { by } from '../item/by';
import { Day, Moment } from '../ui/date';
import { Table } from '../ui/table';
import { Tag } from '../ui/tag';
import { TextLink } from '../ui/text-link';

const STATES: Record<MeetingActionState, string> = {
  open: 'Open',
  done: 'Done',
  withdrawn: 'Withdrawn',
};

interface MeetingActionTableProps {
  caption: string;
  actions: readonly MeetingActionView[];
  /** Says which meeting opened each: for those that were carried forward. */
  from?: boolean;
}

/** What is to be done, by whom and by when, and what came of it. */
export function MeetingActionTable({ caption, actions, from }: MeetingActionTableProps) {
  return (
    <Table
      caption={caption}
      captionHidden
      rows={actions}
      rowKey={(action) => action.id}
      columns={[
        {
          key: 'what',
          header: 'Action',
          lead: true,
          cell: (action) => (
            <span className="wrap-anywhere">
              {action.what}
              {from && (
                <span className="block text-sm font-normal text-muted">
                  Carried forward from{' '}
                  <TextLink href={`${meetingPath(action.meeting.slug)}/actions`}>
                    {formatDate(action.meeting.date)}
                  </TextLink>
                </span>
              )}
            </span>
          ),
        },
        {
          key: 'owner',
          header: 'Owner',
          cell: (action) => (
            <TextLink href={`/people/${action.owner.id}`}>{action.owner.name}</TextLink>
          ),
        },
        {
          key: 'due',
          header: 'By',
          tight: true,
          cell: (action) =>
            action.dueDate ? (
              <Day date={action.dueDate} />
            ) : (
              <span className="text-muted">No date</span>
            ),
        },
        { key: 'state', header: 'State', cell: (action) => <State action={action} /> },
        {
          key: 'change',
          header: 'Change',
          tight: true,
          cell: (action) => <Steps action={action} />,
        },
      ]}
    />
  );
}

function State({ action }: { action: MeetingActionView }) {
  const last = action.events.at(-1);
  return (
    <div className="space-y-1">
      <span className="flex flex-wrap gap-2">
        <Tag tone={action.state === 'open' ? 'accent' : 'neutral'}>{STATES[action.state]}</Tag>
        {action.overdue && <Tag tone="strong">Overdue</Tag>}
      </span>
      {last && (
        <span className="block text-sm wrap-anywhere">
          {last.kind === 'reopened' && 'Reopened: '}
          {last.words}
          <span className="block text-muted">
            <Moment at={last.at} />, {by(last.author) ?? 'the system'}
          </span>
        </span>
      )}
    </div>
  );
}

function Steps({ action }: { action: MeetingActionView }) {
  const { state, may, meeting, number, what } = action;
  const step = (name: string, label: string) => (
    <li className="min-h-6">
      <TextLink href={`${meetingPath(meeting.slug)}/actions/${number}/${name}`} context={what}>
        {label}
      </TextLink>
    </li>
  );
  const steps = [
    state === 'open' && may.close,
    state !== 'open' && may.manage,
    state === 'open' && may.manage,
  ];
  if (!steps.some(Boolean)) return <span className="text-muted">Nothing</span>;
  return (
    <ul className="space-y-1">
      {steps[0] && step('done', 'Mark as done')}
      {steps[1] && step('reopen', 'Reopen')}
      {steps[2] && step('withdraw', 'Withdraw')}
    </ul>
  );
}
