import { ROLE_NAMES, type Role } from '@/lib/domain/permissions';
import type { PersonRow } from '@/lib/domain/view';
import { Table } from '../ui/table';
import { Tag } from '../ui/tag';
import { TextLink } from '../ui/text-link';

/** What somebody signs in as, in words; empty for those who do not. */
function roleNames(roles: readonly string[]): string {
  return roles.map((role) => ROLE_NAMES[role as Role] ?? role).join(', ');
}

/** What somebody can do here, in a word or two. */
export function Access({ person }: { person: PersonRow }) {
  switch (person.access) {
    case 'deactivated':
      return <Tag>Deactivated</Tag>;
    case 'none':
      return <span className="text-muted">Cannot sign in</span>;
    case 'invited':
      return (
        <>
          {roleNames(person.roles)} <Tag>Invited</Tag>
        </>
      );
    case 'active':
      return roleNames(person.roles);
  }
}

interface PersonTableProps {
  caption: string;
  people: readonly PersonRow[];
}

export function PersonTable({ caption, people }: PersonTableProps) {
  return (
    <Table
      caption={caption}
      rows={people}
      rowKey={(person) => person.id}
      columns={[
        {
          key: 'name',
          header: 'Name',
          lead: true,
          cell: (person) => (
            <TextLink href={`/people/${person.id}`} strong>
              {person.name}
            </TextLink>
          ),
        },
        { key: 'position', header: 'Position', cell: (person) => person.position },
        {
          key: 'organisation',
          header: 'Organisation',
          cell: (person) => person.organisation ?? <span className="text-muted">None</span>,
        },
        {
          key: 'seat',
          header: 'On the board',
          cell: (person) => person.seat ?? <span className="text-muted">No</span>,
        },
        {
          key: 'email',
          header: 'Email address',
          cell: (person) =>
            person.email ? (
              <span className="wrap-anywhere">
                {person.email.slice(0, person.email.lastIndexOf('@'))}
                {/* Where a line may end, before it has to end anywhere. */}
                <wbr />
                {person.email.slice(person.email.lastIndexOf('@'))}
              </span>
            ) : (
              <span className="text-muted">None</span>
            ),
        },
        { key: 'access', header: 'Signs in as', cell: (person) => <Access person={person} /> },
        {
          key: 'owns',
          header: 'Owns',
          numeric: true,
          tight: true,
          cell: (person) => (person.owns > 0 ? person.owns : <span className="text-muted">0</span>),
        },
      ]}
    />
  );
}
