import { browserName, type SessionRow } from '@/lib/domain/session';
import { Moment } from '../ui/date';
import { Table } from '../ui/table';

const METHODS: Record<string, string> = {
  password: 'Password',
  entra: 'Microsoft',
  oidc: 'Single sign-on',
};

/** The reader's own sign-ins that are open. */
export function SessionTable({ sessions }: { sessions: readonly SessionRow[] }) {
  return (
    <Table
      caption={sessions.length === 1 ? '1 sign-in' : `${sessions.length} sign-ins`}
      rows={sessions}
      rowKey={(session) => session.id}
      narrow
      columns={[
        {
          key: 'browser',
          header: 'Browser',
          lead: true,
          cell: ({ agent, here }) => (
            <span title={agent ?? undefined}>
              {browserName(agent)}
              {here && ' (this one)'}
            </span>
          ),
        },
        { key: 'method', header: 'By', cell: ({ method }) => METHODS[method] ?? method },
        { key: 'since', header: 'Since', cell: ({ createdAt }) => <Moment at={createdAt} /> },
        { key: 'seen', header: 'Last used', cell: ({ lastSeenAt }) => <Moment at={lastSeenAt} /> },
      ]}
    />
  );
}
