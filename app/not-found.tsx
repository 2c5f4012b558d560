import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { signOutAction } from '@/app/sign-out/actions';
import { BoardFrame } from '@/components/shell/board-frame';
import { NotFoundHelp } from '@/components/shell/not-found-help';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { parseReference } from '@/lib/domain/item';
import { currentBoard } from '@/lib/server/current-board';
import { currentActor } from '@/lib/server/session';

export const metadata: Metadata = { title: 'Page not found' };

/** 'R99' for an address that ends in one: this page is given no parameters. */
async function askedFor(): Promise<string | undefined> {
  const path = (await headers()).get('x-path')?.split('?')[0] ?? '';
  return parseReference(path.split('/').at(-1) ?? '');
}

/**
 * For every address without a page; drawn without a script. Next draws it along with every other
 * page too, so it reads only what the frame of those has read already.
 */
export default async function NotFound() {
  // First of all: there is no session, and no database, while the app is being built.
  const reference = await askedFor();
  const [board, actor] = await Promise.all([currentBoard(), currentActor()]);
  return (
    <BoardFrame board={board} actor={actor} signOut={signOutAction}>
      <Page width="narrow">
        <PageHeader
          trail={[{ href: '/', label: 'Dashboard' }]}
          title={reference ? `${reference} was not found` : 'Page not found'}
          lead={
            reference
              ? 'It is not in the register, or you may not see it. Check the reference against the paper or message it came from.'
              : 'There is nothing at this address, or you may not see it. If you typed it, check it; if you followed a link, it may be an old one.'
          }
        />
        <NotFoundHelp />
      </Page>
    </BoardFrame>
  );
}
