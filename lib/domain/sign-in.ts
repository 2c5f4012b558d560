import { z } from 'zod';
import { optionalLine, requiredLine } from './fields';

export const PASSWORD_MINIMUM = 12;
export const PASSWORD_MAXIMUM = 200;

/** What somebody is told whose network made too many wrong attempts. It says nothing of accounts. */
export function tooManyHere(seconds: number): string {
  return `Too many attempts have come from your network. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
}

const email = requiredLine('Enter your email address', 320).transform((text) => text.toLowerCase());
/** What was typed, whatever it is: only a stored hash says whether it is right. */
const present = z
  .string({ error: 'Enter your password' })
  .max(1000, 'Enter the password you have now');
const chosen = {
  password: z
    .string({ error: 'Enter a password' })
    .min(PASSWORD_MINIMUM, `Use ${PASSWORD_MINIMUM} characters or more`)
    .max(PASSWORD_MAXIMUM, `Use ${PASSWORD_MAXIMUM} characters or fewer`),
  again: z.string({ error: 'Enter the password again' }).max(1000),
};
const same = {
  check: (form: { password: string; again: string }) => form.password === form.again,
  says: { path: ['again'], error: 'The two passwords are not the same' },
};

/** What a link to choose a password asks for. */
export const choosePasswordSchema = z.object(chosen).refine(same.check, same.says);

/** Changing one’s own. */
export const changePasswordSchema = z.object({ present, ...chosen }).refine(same.check, same.says);

export const signInSchema = z.object({
  email,
  password: present,
  to: z.string().max(2000).optional(),
});

/** Asking for a link to choose a new password. */
export const forgottenPasswordSchema = z.object({ email });

/** New recovery codes, which take a code where there were some before. */
export const recoveryCodesSchema = z.object({ code: optionalLine(40) });

/** Showing again who one is: the password, and a code where there is a second step. */
export const proofSchema = z.object({
  password: present,
  code: optionalLine(40),
  to: z.string().max(2000).optional(),
});

/** A code of an authenticator app, or a recovery code. */
export const codeSchema = z.object({
  code: requiredLine('Enter the code', 40),
  to: z.string().max(2000).optional(),
});
