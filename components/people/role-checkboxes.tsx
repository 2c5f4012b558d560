import { Checkboxes } from '@/components/forms/checkboxes';
import type { Answers } from '@/components/forms/values';
import { ROLE_NAMES, type Role } from '@/lib/domain/permissions';

const HINTS: Record<Role, string> = {
  viewer: 'Reads everything that is not restricted, and exports it',
  member: 'Sits on the board: assigns owners, rates, adds evidence, asks questions',
  commissioner: 'Keeps local actions current, and imports them',
  officer: 'Runs meetings and papers, and changes any item',
  administrator: 'Keeps people, roles and settings; reads security events',
};

/** What somebody may do; several at once. */
export function RoleCheckboxes({
  answers,
  roles,
}: {
  answers: Answers;
  /** Those that may be given. */
  roles: readonly Role[];
}) {
  return (
    <Checkboxes
      label="Roles"
      hint="Somebody with several may do what any of them allows."
      options={roles.map((role) => ({
        value: role,
        label: ROLE_NAMES[role],
        hint: HINTS[role],
      }))}
      {...answers.many('roles')}
    />
  );
}
