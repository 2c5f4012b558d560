import type { LinkOrMade } from '@/lib/data/invitations';
import type { FormState } from '@/lib/domain/form-state';
import { env } from './env';
import { sendMail } from './mail';

const SUBJECTS = {
  invitation: 'Your invitation to the board tracker',
  password: 'Choose a new password for the board tracker',
};

/**
 * Mails a link that was made for somebody, or shows it to whoever made it: once, in the answer to
 * their form and nowhere else.
 * @returns the form's state: shown are the address of the link, or nothing, what became of it, and
 *   whom it is for
 */
export async function handLink(made: LinkOrMade, attempt: number): Promise<FormState> {
  const done = (...shown: string[]): FormState => ({ attempt, values: {}, errors: {}, shown });
  if (made.token === null) return done('', 'again');
  const { purpose, token, name, email } = made;
  const address = `${env().appUrl}/${purpose === 'invitation' ? 'invitation' : 'reset'}/${token}`;
  const sent = await sendMail({
    to: email,
    subject: SUBJECTS[purpose],
    text: [
      `${name},`,
      '',
      purpose === 'invitation'
        ? 'you have been invited to the board tracker. Choose a password here:'
        : 'an administrator made you a link to choose a new password:',
      '',
      address,
      '',
      'The link works once, for seven days. Do not pass it on: whoever uses it is you.',
    ].join('\n'),
  });
  const reader = `${name}, ${email}`;
  if (sent) return done('', 'mailed', reader);
  return done(address, env().smtp ? 'unsent' : 'by hand', reader);
}
