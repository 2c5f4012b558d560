import type { ReactNode } from 'react';
import type { DoneNotice } from '@/lib/domain/notice-told';
import type { BoardView } from '@/lib/domain/view';
import { OPEN_FOOTER } from './footer';
import { Frame } from './frame';
import { Page } from './page';

/** A page for somebody who is not signed in: the frame without the ways into the board. */
export function OpenPage({
  board,
  done,
  children,
}: {
  board: Pick<BoardView, 'name' | 'illustrative'>;
  done?: DoneNotice | null;
  children: ReactNode;
}) {
  return (
    <Frame boardName={board.name} illustrative={board.illustrative} footerLinks={OPEN_FOOTER}>
      <Page width="narrow" done={done}>
        {children}
      </Page>
    </Frame>
  );
}
