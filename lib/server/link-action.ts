import type { LinkOrMade, MadeLink } from '@/lib/data/invitations';
import type { FormState } from '@/lib/domain/form-state';
import { env } from './env';
import { sendMail } from './mail';
import { waysInHere } from './ways-in';

/** What somebody is sent, and where it leads. */
async function letter({ purpose, token, name }: MadeLink) {
  const { passwords, others } = await waysInHere();
  const { appUrl } = env();
  if (!passwords) {
    const accounts = others.map((one) => one.name).join(' or ');
    return {
      leadsTo: 'account',
      address: `${appUrl}/sign-in`,
      subject: 'Your invitation to the board tracker',
      text: [
        `${name},`,
        '',
        `you have been invited to the board tracker. Sign in there with your account (${accounts}):`,
        '',
        `${appUrl}/sign-in`,
      ],
    };
  }
  const invited = purpose === 'invitation';
  const address = `${appUrl}/${invited ? 'invitation' : 'reset'}/${token}`;
  return {
    leadsTo: 'password',
    address,
    subject: invited
      ? 'Your invitation to the board tracker'
      : 'Choose a new password for the board tracker',
    text: [
      `${name},`,
      '',
      invited
        ? 'you have been invited to the board tracker. Choose a password here:'
        : 'an administrator made you a link to choose a new password:',
      '',
      address,
      '',
      'The link works once, for seven days. Do not pass it on: whoever uses it is you.',
    ],
  };
}

/**
 * Mails a link that was made for somebody, or shows it to whoever made it: once, in the answer to
 * their form and nowhere else.
 * @returns the form's state: shown are the address of the link, or nothing, what became of it, whom
 *   it is for, and what it leads to
 */
export async function handLink(made: LinkOrMade, attempt: number): Promise<FormState> {
  const done = (...shown: string[]): FormState => ({ attempt, values: {}, errors: {}, shown });
  if (made.token === null) return done('', 'again');
  const { address, subject, text, leadsTo } = await letter(made);
  const sent = await sendMail({ to: made.email, subject, text: text.join('\n') });
  const reader = `${made.name}, ${made.email}`;
  if (sent) return done('', 'mailed', reader, leadsTo);
  return done(address, env().smtp ? 'unsent' : 'by hand', reader, leadsTo);
}
