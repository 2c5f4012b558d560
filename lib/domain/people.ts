import { z } from 'zod';
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

export const PASSWORD_MINIMUM = 12;

/** What an invitation asks for. */
export const choosePasswordSchema = z
  .object({
    password: z
      .string({ error: 'Enter a password' })
      .min(PASSWORD_MINIMUM, `Use ${PASSWORD_MINIMUM} characters or more`)
      .max(200, 'Use 200 characters or fewer'),
    again: z.string({ error: 'Enter the password again' }),
  })
  .refine((form) => form.password === form.again, {
    path: ['again'],
    message: 'The two passwords are not the same',
  });

export const signInSchema = z.object({
  email: z.string({ error: 'Enter your email address' }).trim().toLowerCase().max(320),
  password: z.string({ error: 'Enter your password' }).max(1000),
  to: z.string().optional(),
});
