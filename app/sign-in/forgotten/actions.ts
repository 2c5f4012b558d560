'use server';

import { after } from 'next/server';
import { getBoard } from '@/lib/data/board';
import { askForPasswordLink, countLinkRequest } from '@/lib/data/sign-in';
import { RuleError } from '@/lib/domain/errors';
import type { FormState } from '@/lib/domain/form-state';
import { forgottenPasswordSchema, tooManyHere } from '@/lib/domain/sign-in';
import { entranceHere } from '@/lib/server/entrance';
import { env } from '@/lib/server/env';
import { answerForm } from '@/lib/server/form-action';
import { log } from '@/lib/server/log';
import { mailIsSet, sendMail } from '@/lib/server/mail';
import { waysIn } from '@/lib/server/ways-in';

/** Mails a link to choose a new password. The answer is the same, and as quick, for any address. */
export async function forgottenPasswordAction(state: FormState | undefined, form: FormData) {
  return answerForm(forgottenPasswordSchema, state, form, async ({ email }) => {
    const entrance = await entranceHere();
    const wait = await countLinkRequest(entrance, email);
    if (wait !== null) throw new RuleError({ '': tooManyHere(wait) });
    after(async () => {
      try {
        // Such a link would reach nobody, or open nothing.
        if (!mailIsSet() || !waysIn(await getBoard(entrance)).passwords) return;
        const link = await askForPasswordLink(entrance, email);
        if (!link) return;
        await sendMail({
          to: link.email,
          subject: 'Choose a new password for the board tracker',
          text: [
            `${link.name},`,
            '',
            'somebody asked for a new password for your account. If it was you, choose one here:',
            '',
            `${env().appUrl}/reset/${link.token}`,
            '',
            'The link works once, for one hour. If it was not you, do nothing: your password stays as it is.',
          ].join('\n'),
        });
      } catch (error) {
        log.error({ err: error }, 'A password link could not be made');
      }
    });
    return { to: '/sign-in/forgotten', done: 'link-sent' };
  });
}
