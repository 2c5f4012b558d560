import { z } from 'zod';
import { basedOn, optionalText } from './fields';
import { OUR_ROLES } from './item';

/** Our role in a recommendation: Deliver, Contribute or Watch. */
export const setOurRoleSchema = basedOn.extend({
  ourRole: z.enum(OUR_ROLES, 'Choose Deliver, Contribute or Watch'),
  words: optionalText(1000),
});
export type SetOurRole = z.infer<typeof setOurRoleSchema>;
