import type { ReactNode } from 'react';
import { signOutAction } from '@/app/sign-out/actions';
import { BoardFrame } from '@/components/shell/board-frame';
import { currentBoard } from '@/lib/server/current-board';
import { currentActor } from '@/lib/server/session';

/** What surrounds every page of the board. It protects nothing: each page asks for itself. */
export default async function BoardLayout({ children }: { children: ReactNode }) {
  const [board, actor] = await Promise.all([currentBoard(), currentActor()]);
  return (
    <BoardFrame board={board} actor={actor} signOut={signOutAction}>
      {children}
    </BoardFrame>
  );
}
