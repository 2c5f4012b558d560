import { z } from 'zod';
import { basedOn, nameText, optionalId, requiredId, requiredText, submission } from './fields';
import { ROLES, type Role } from './permissions';

const email = nameText('Enter their email address', 254)
  .refine(
    (text) => /^[^\s@"<>(),;:\\[\]]+@[^\s@"<>(),;:\\[\]]+\.[^\s@"<>(),;:\\[\]]+$/.test(text),
    'Enter an email address, like name@council.gov.uk',
  )
  .transform((text) => text.toLowerCase());

const roles = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [value ?? []].flat())
  .pipe(
    z
      .array(z.enum(ROLES, 'Choose roles from the list'))
      .min(1, 'Choose at least one role')
      .max(ROLES.length * 2, 'Choose roles from the list'),
  )
  // In the order of the list, each once.
  .transform((chosen): Role[] => ROLES.filter((role) => chosen.includes(role)));

const person = {
  name: nameText('Enter their name', 120),
  position: nameText('Enter their position', 120),
};
const reason = requiredText('Say why', 500);

/** Letting somebody in who was not known before. */
export const invitePersonSchema = submission.extend({
  ...person,
  organisationId: requiredId('Choose their organisation'),
  email,
  roles,
});
export type InvitePerson = z.infer<typeof invitePersonSchema>;

/** Letting somebody in who is known, and owns things perhaps. */
export const inviteKnownSchema = submission.extend({ email, roles });
export type InviteKnown = z.infer<typeof inviteKnownSchema>;

/** Who somebody is. `basedOn` is the number of the change that gave them the details they have. */
export const changePersonSchema = basedOn.extend({
  ...person,
  organisationId: optionalId,
  email: email.optional().or(z.literal('').transform(() => undefined)),
});
export type ChangePerson = z.infer<typeof changePersonSchema>;

/** What somebody may do. `basedOn` is the number of the change that gave them the roles they have. */
export const setRolesSchema = basedOn.extend({ roles });
export type SetRoles = z.infer<typeof setRolesSchema>;

export const deactivateSchema = submission.extend({ reason });
export const reactivateSchema = submission.extend({ roles });
export const handOverSchema = submission.extend({
  toId: requiredId('Choose who takes it over'),
  reason,
});
export type HandOver = z.infer<typeof handOverSchema>;

export const eraseSchema = submission.extend({
  reason,
  understood: z.literal('yes', { error: 'Tick that you understand that it cannot be undone' }),
});
