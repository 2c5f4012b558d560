import { createTransport } from 'nodemailer';
import { env, type MailServer } from './env';
import { log } from './log';

export interface Mail {
  to: string;
  subject: string;
  /** Plain text: nothing of it can be a link that says one thing and leads to another. */
  text: string;
}

/** Whether mail goes out at all. */
export function mailIsSet(): boolean {
  return env().smtp !== undefined;
}

/**
 * Sends a mail, and waits until the server has taken it.
 * @param smtp where it is not this process's own
 * @returns false when mail is not set up, or the server did not take it; the log says why
 */
export async function sendMail(
  { to, subject, text }: Mail,
  smtp: MailServer | undefined = env().smtp,
): Promise<boolean> {
  if (!smtp) return false;
  const transport = createTransport({
    host: smtp.host,
    port: smtp.port,
    secure: smtp.tls === 'implicit',
    requireTLS: smtp.tls === 'starttls',
    ignoreTLS: smtp.tls === 'none',
    auth: smtp.user ? { user: smtp.user, pass: smtp.password } : undefined,
    dnsTimeout: 10_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    // Nothing that was typed is ever read as the name of a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: smtp.from,
      // One address, whatever it holds: a list would be more than one reader.
      to: { name: '', address: to },
      subject: subject.replace(/\s+/g, ' ').slice(0, 200),
      text,
    });
    return true;
  } catch (error) {
    log.error({ err: error }, 'A mail could not be sent');
    return false;
  } finally {
    transport.close();
  }
}
