import type { ReactNode } from 'react';
import { ITEM_KINDS, KIND_NAMES } from '@/lib/domain/item';
import { type PersonActor, ROLE_NAMES } from '@/lib/domain/permissions';
import type { BoardView } from '@/lib/domain/view';
import { Button } from '../ui/button';
import type { FooterLink } from './footer';
import { Frame } from './frame';
import type { NavEntry } from './nav';

const NAV: readonly NavEntry[] = [
  { href: '/', label: 'Dashboard' },
  ...ITEM_KINDS.map((kind) => ({ href: KIND_NAMES[kind].path, label: KIND_NAMES[kind].many })),
  { href: '/people', label: 'People' },
  { href: '/organisations', label: 'Organisations' },
];

const FOOTER: readonly FooterLink[] = [
  { href: '/about/permissions', label: 'Who may do what' },
  { href: '/accessibility', label: 'Accessibility' },
];

interface BoardFrameProps {
  board: Pick<BoardView, 'name' | 'illustrative'>;
  actor: Pick<PersonActor, 'id' | 'name' | 'roles'>;
  signOut: (form: FormData) => Promise<void>;
  /** A Page. */
  children: ReactNode;
}

/** What stands around every page of somebody who is signed in. */
export function BoardFrame({ board, actor, signOut, children }: BoardFrameProps) {
  const account = {
    name: actor.name,
    roles: actor.roles.map((role) => ROLE_NAMES[role]),
    href: `/people/${actor.id}`,
    signOut: (
      <form action={signOut}>
        <Button variant="quiet">Sign out</Button>
      </form>
    ),
  };
  return (
    <Frame
      boardName={board.name}
      illustrative={board.illustrative}
      nav={NAV}
      account={account}
      footerLinks={FOOTER}
    >
      {children}
    </Frame>
  );
}
