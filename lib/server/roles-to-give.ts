import { can, ROLES, type Role } from '@/lib/domain/permissions';
import { signedIn } from './session';

/** The roles that whoever is signed in may invite people with; none for most. */
export async function rolesToGive(): Promise<Role[]> {
  const { actor } = await signedIn();
  return ROLES.filter((role) => can(actor, 'invite', { roles: [role] }));
}
