import type { z } from 'zod';
import { optionalLine, requiredId, requiredLine, submission } from './fields';

/** A person who cannot sign in but can own things. */
export const addPersonSchema = submission.extend({
  name: requiredLine('Enter a name or a job title', 120),
  position: requiredLine('Enter their position', 120),
  organisationId: requiredId('Choose their organisation'),
});
export type AddPerson = z.infer<typeof addPersonSchema>;

export const addOrganisationSchema = submission.extend({
  name: requiredLine('Enter the organisation’s name', 160),
  shortName: optionalLine(30),
});
export type AddOrganisation = z.infer<typeof addOrganisationSchema>;
