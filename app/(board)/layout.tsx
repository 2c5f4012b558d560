import type { ReactNode } from 'react';
import { signOutAction } from '@/app/sign-out/actions';
import { KeptFormProvider } from '@/components/forms/kept';
import { UnsavedGuard } from '@/components/forms/unsaved';
import { BoardFrame } from '@/components/shell/board-frame';
import { SessionWarning } from '@/components/shell/session-warning';
import { currentBoard } from '@/lib/server/current-board';
import { keptForms } from '@/lib/server/kept-form';
import { sealKeyOf } from '@/lib/server/seal-key';
import { currentSession, standingOf } from '@/lib/server/session';

/** What surrounds every page of the board. It protects nothing: each page asks for itself. */
export default async function BoardLayout({ children }: { children: ReactNode }) {
  const [board, session, kept] = await Promise.all([currentBoard(), currentSession(), keptForms()]);
  return (
    <BoardFrame
      board={board}
      actor={session?.actor ?? null}
      signOut={signOutAction}
      warning={session ? <SessionWarning standing={standingOf(session)} /> : null}
    >
      <UnsavedGuard sealKey={session ? await sealKeyOf(session.actor) : null}>
        <KeptFormProvider kept={kept}>{children}</KeptFormProvider>
      </UnsavedGuard>
    </BoardFrame>
  );
}
