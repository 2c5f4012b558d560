import type { Metadata } from 'next';
import { LinkPage } from '@/components/invitation/link-page';
import { openLink } from '@/lib/server/access-link';
import { currentBoard } from '@/lib/server/current-board';
import { waysIn } from '@/lib/server/ways-in';
import { resetPasswordAction } from './actions';

const TITLE = 'Choose a new password';
export const metadata: Metadata = { title: TITLE };

/** Opening it uses nothing up: mail scanners open links too. */
export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [board, link] = await Promise.all([currentBoard(), openLink(token)]);
  return (
    <LinkPage
      title={TITLE}
      board={board}
      link={link}
      action={resetPasswordAction.bind(null, token)}
      waysIn={waysIn(board)}
    />
  );
}
