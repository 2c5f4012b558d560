import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { OpenPage } from '@/components/shell/open-page';
import { PageHeader } from '@/components/shell/page-header';
import { ForgottenForm } from '@/components/sign-in/forgotten-form';
import { TextLink } from '@/components/ui/text-link';
import { currentBoard } from '@/lib/server/current-board';
import { doneNotice } from '@/lib/server/done';
import type { ItemPageProps } from '@/lib/server/item-page';
import { mailIsSet } from '@/lib/server/mail';
import { waysIn } from '@/lib/server/ways-in';
import { forgottenPasswordAction } from './actions';

const TITLE = 'Forgotten password';
export const metadata: Metadata = { title: TITLE };

export default async function ForgottenPage({ searchParams }: Pick<ItemPageProps, 'searchParams'>) {
  const board = await currentBoard();
  if (!waysIn(board).passwords) redirect('/sign-in');
  const done = await doneNotice(searchParams);
  return (
    <OpenPage done={done} board={board}>
      <PageHeader title={TITLE} />
      {mailIsSet() ? (
        <ForgottenForm action={forgottenPasswordAction} />
      ) : (
        <p className="measure">
          Ask an administrator of the board. They can make a link by which you choose a new
          password, and hand it to you. This board tracker sends no mail.
        </p>
      )}
      <p>
        <TextLink href="/sign-in">Back to sign in</TextLink>
      </p>
    </OpenPage>
  );
}
