import type { z } from 'zod';
import { basedOn, optionalId, optionalText, requiredId } from './fields';

/** The one person accountable. Without a lead organisation the owner's own leads. */
export const assignOwnerSchema = basedOn.extend({
  ownerId: requiredId('Choose an owner'),
  leadOrganisationId: optionalId,
  words: optionalText(1000),
});
export type AssignOwner = z.infer<typeof assignOwnerSchema>;
