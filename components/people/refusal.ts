import { ROLE_REFUSES } from '@/components/forms/form-page';
import type { PersonView } from '@/lib/domain/view';
import { OWN_ACCESS } from './own-access';

/**
 * Why nobody is made a link where passwords are switched off; null where it is of use. An invitation
 * is, since it says where to sign in; whoever has been there knows.
 */
export function linkRefusal({ access }: Pick<PersonView, 'access'>, passwords: boolean) {
  return passwords || access === 'invited'
    ? null
    : 'Passwords are switched off. They sign in with the account of their own organisation.';
}

/** Why the reader may not do a thing to somebody: their own role, or how that person stands. */
export function refusalFor(person: PersonView, may: boolean): string | null {
  if (may) return null;
  if (person.erased) return 'Their name was erased.';
  // Who may change people at all may change them whatever they are.
  if (!person.may.change) return ROLE_REFUSES;
  if (person.self) return OWN_ACCESS;
  if (person.access === 'deactivated') return 'They are deactivated. Reactivate them first.';
  if (person.access === 'none') return 'They cannot sign in. Invite them first.';
  return 'This does not fit how they stand now.';
}
