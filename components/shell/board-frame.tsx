import type { ReactNode } from 'react';
import type { FormAction } from '@/lib/domain/form-state';
import { ITEM_KINDS, KIND_NAMES } from '@/lib/domain/item';
import { PERMISSIONS, type PersonActor, ROLE_NAMES } from '@/lib/domain/permissions';
import type { BoardView } from '@/lib/domain/view';
import { type FooterLink, OPEN_FOOTER } from './footer';
import { Frame } from './frame';
import type { NavEntry } from './nav';
import { SignOut } from './sign-out';

const NAV: readonly NavEntry[] = [
  { href: '/', label: 'Dashboard' },
  ...ITEM_KINDS.map((kind) => ({ href: KIND_NAMES[kind].path, label: KIND_NAMES[kind].many })),
  { href: '/challenges', label: 'Challenges' },
  { href: '/meetings', label: 'Meetings' },
  { href: '/papers', label: 'Papers' },
  { href: '/people', label: 'People' },
  { href: '/organisations', label: 'Organisations' },
];

const FOOTER: readonly FooterLink[] = [
  { href: '/activity', label: 'Activity' },
  { href: '/settings', label: 'Settings and RAG key' },
  { href: '/sources', label: 'Sources' },
  { href: '/groupings', label: 'Groupings' },
  { href: '/objectives', label: 'Local objectives' },
  ...OPEN_FOOTER,
];

/** Redactions are found by those who may, and are in nobody else's way. */
function footerOf({ roles }: Pick<PersonActor, 'roles'>): readonly FooterLink[] {
  const may = roles.some((role) => PERMISSIONS.redact[role]);
  return may ? [{ href: '/redactions', label: 'Redactions' }, ...FOOTER] : FOOTER;
}

interface BoardFrameProps {
  board: Pick<BoardView, 'name' | 'illustrative'>;
  /** Null for nobody: then there are no ways into the board. */
  actor: Pick<PersonActor, 'id' | 'name' | 'roles'> | null;
  signOut: FormAction;
  /** What tells the reader that their session is about to end. */
  warning?: ReactNode;
  /** A Page. */
  children: ReactNode;
}

/** The frame of the board, with the ways into it and who is signed in. */
export function BoardFrame({ board, actor, signOut, warning, children }: BoardFrameProps) {
  const account = actor && {
    name: actor.name,
    roles: actor.roles.map((role) => ROLE_NAMES[role]),
    href: '/account',
    signOut: <SignOut action={signOut} />,
  };
  return (
    <Frame
      boardName={board.name}
      illustrative={board.illustrative}
      nav={actor ? NAV : []}
      account={account}
      footerLinks={actor ? footerOf(actor) : OPEN_FOOTER}
    >
      {children}
      {warning}
    </Frame>
  );
}
