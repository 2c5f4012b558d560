import type { Metadata } from 'next';
import { signOutAction } from '@/app/sign-out/actions';
import { AccessibilityStatement } from '@/components/shell/accessibility-statement';
import { BoardFrame } from '@/components/shell/board-frame';
import { Page } from '@/components/shell/page';
import { currentBoard } from '@/lib/server/current-board';
import { currentActor } from '@/lib/server/session';

export const metadata: Metadata = { title: 'Accessibility' };

/** Open to everyone; somebody who is signed in keeps the ways back into the board. */
export default async function AccessibilityPage() {
  const [board, actor] = await Promise.all([currentBoard(), currentActor()]);
  return (
    <BoardFrame board={board} actor={actor} signOut={signOutAction}>
      <Page width="narrow">
        <AccessibilityStatement trail={actor ? [{ href: '/', label: 'Dashboard' }] : undefined} />
      </Page>
    </BoardFrame>
  );
}
