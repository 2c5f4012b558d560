import type { ReactNode } from 'react';
import { Frame } from '@/components/shell/frame';
import { SignOut } from '@/components/shell/sign-out';
import { getBoard } from '@/lib/data/board';
import { ROLE_NAMES } from '@/lib/domain/permissions';
import { database } from '@/lib/server/database';
import { currentActor } from '@/lib/server/session';
import { signOutAction } from '../sign-out/actions';

const NAV = [
  { href: '/', label: 'Dashboard' },
  { href: '/recommendations', label: 'Recommendations' },
  { href: '/commitments', label: 'Commitments' },
  { href: '/local-actions', label: 'Local actions' },
  { href: '/people', label: 'People' },
  { href: '/organisations', label: 'Organisations' },
];

/** What surrounds every page of the board. It protects nothing: each page asks for itself. */
export default async function BoardLayout({ children }: { children: ReactNode }) {
  const [board, actor] = await Promise.all([getBoard({ db: database() }), currentActor()]);
  return (
    <Frame
      boardName={board.name}
      illustrative={board.illustrative}
      nav={actor ? NAV : []}
      account={
        actor && {
          name: actor.name,
          roles: actor.roles.map((role) => ROLE_NAMES[role]),
          href: `/people/${actor.id}`,
          signOut: <SignOut action={signOutAction} />,
        }
      }
      footerLinks={[
        { href: '/about/permissions', label: 'Who can do what' },
        { href: '/accessibility', label: 'Accessibility' },
      ]}
    >
      {children}
    </Frame>
  );
}
