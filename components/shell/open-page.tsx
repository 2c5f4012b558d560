import type { ReactNode } from 'react';
import type { BoardView } from '@/lib/domain/view';
import { OPEN_FOOTER } from './footer';
import { Frame } from './frame';
import { Page } from './page';

/** A page for somebody who is not signed in: the frame without the ways into the board. */
export function OpenPage({
  board,
  children,
}: {
  board: Pick<BoardView, 'name' | 'illustrative'>;
  children: ReactNode;
}) {
  return (
    <Frame boardName={board.name} illustrative={board.illustrative} footerLinks={OPEN_FOOTER}>
      <Page width="narrow">{children}</Page>
    </Frame>
  );
}
