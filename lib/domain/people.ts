import type { z } from 'zod';
import { optionalText, requiredId, requiredText, submission } from './fields';

/** A person who cannot sign in but can own things. */
export const addPersonSchema = submission.extend({
  name: requiredText('Enter a name or a job title', 120),
  position: requiredText('Enter their position', 120),
  organisationId: requiredId('Choose their organisation'),
});
export type AddPerson = z.infer<typeof addPersonSchema>;

export const addOrganisationSchema = submission.extend({
  name: requiredText('Enter the organisation’s name', 160),
  shortName: optionalText(30),
});
export type AddOrganisation = z.infer<typeof addOrganisationSchema>;
