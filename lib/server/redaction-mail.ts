import { after } from 'next/server';
import type { Context } from '@/lib/data/context';
import { takeRedactionMails } from '@/lib/data/redaction-notes';
import { type RedactionStage, stepInWords } from '@/lib/domain/redaction-note';
import { env, type MailServer } from './env';
import { sendMail } from './mail';

/**
 * Mails the administrators and officers who are told of a redaction. What it is about stands on the
 * page alone: a mail may be read by others.
 * @param to the mail server and the address of the app, where they are not those of this process
 */
export async function mailRedactors(
  context: Pick<Context, 'db' | 'now'>,
  redactionId: string,
  stage: RedactionStage,
  { smtp, appUrl }: { smtp: MailServer | undefined; appUrl: string },
): Promise<void> {
  if (!smtp) return;
  for (const { email, name, step } of await takeRedactionMails(context, redactionId, stage)) {
    const says = stepInWords(step);
    const text = [
      `${name},`,
      '',
      `${says.charAt(0).toLowerCase()}${says.slice(1)}. Who, what and why:`,
      '',
      `${appUrl}/redactions/${redactionId}`,
      '',
      'Every administrator and public-health officer is told of each one. If you think this one is wrong, say so now.',
    ];
    await sendMail(
      { to: email, subject: `${says} on the board tracker`, text: text.join('\n') },
      smtp,
    );
  }
}

/** The same once the page has been answered: whoever redacts does not wait for a mail server. */
export function mailLater(
  context: Pick<Context, 'db' | 'now'>,
  redactionId: string,
  stage: RedactionStage,
): void {
  after(() => mailRedactors(context, redactionId, stage, env()));
}
