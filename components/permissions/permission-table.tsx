import { PERMISSIONS, type Permission, ROLE_NAMES, ROLES } from '@/lib/domain/permissions';
import { Table } from '../ui/table';

type Grant = (typeof PERMISSIONS)[Permission][(typeof ROLES)[number]];

/** What each kind of grant means to the one who has it. */
const WORDS: Record<`${Grant}`, string> = {
  true: 'Yes',
  false: 'No',
  'local actions': 'On local actions',
  own: 'On what they own',
  'local actions and own': 'On local actions, and on what they own',
  'own adding': 'What they added themselves',
  'viewers and members': 'Viewers and board members',
};

/** The very table that is asked before anything is done, in words. */
export function PermissionTable() {
  return (
    <Table
      caption="What each role may do"
      rows={Object.values(PERMISSIONS)}
      rowKey={({ says }) => says}
      columns={[
        { key: 'says', header: 'Permission', lead: true, cell: ({ says }) => says },
        ...ROLES.map((role) => ({
          key: role,
          header: ROLE_NAMES[role],
          cell: (row: (typeof PERMISSIONS)[Permission]) => {
            const grant = row[role];
            return (
              <span className={grant === false ? 'text-muted' : undefined}>
                {WORDS[`${grant}`]}
              </span>
            );
          },
        })),
      ]}
    />
  );
}
