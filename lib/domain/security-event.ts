/** What can happen to an account, its sessions or its ways in, and what may be misuse of one. Never purged early: see the schema. */
export const SECURITY_EVENTS = {
  'sign_in.succeeded': 'Signed in',
  'sign_in.failed': 'Sign-in failed',
  'sign_in.blocked': 'Sign-in held back after too many attempts',
  'sign_in.slowed': 'Network slowed down after too many attempts',
  'sign_in.released': 'Hold on sign-ins lifted',
  'sign_in.refused': 'Single sign-on refused',
  'second_step.failed': 'Wrong code at the second step',
  'second_step.added': 'Second step set up',
  'second_step.removed': 'Second step removed',
  'recovery_codes.made': 'New recovery codes made',
  'recovery_code.used': 'Recovery code used',
  'session.proved': 'Showed again who they are',
  'password.set': 'Password chosen by a link',
  'password.changed': 'Password changed',
  'password.link_asked': 'Password link asked for',
  'link.made': 'Link to choose a password made',
  'identity.linked': 'Single sign-on account linked',
  'identity.unlinked': 'Single sign-on account unlinked',
  'session.ended': 'Signed out',
  'session.timed_out': 'Session timed out',
  'sessions.ended': 'Signed out everywhere',
  'email.changed': 'Email address changed',
  'action.refused': 'Refused: not for their role',
  'downloads.many': 'Many files downloaded',
} as const;
export type SecurityEventKind = keyof typeof SECURITY_EVENTS;
export const SECURITY_EVENT_KINDS = Object.keys(SECURITY_EVENTS) as SecurityEventKind[];

/** Where a request came from, as far as the server can tell. */
export interface Caller {
  /** Network address of the browser, or of the nearest proxy that is not trusted. */
  address: string | null;
  /** What the browser calls itself, cut short. */
  agent: string | null;
}

/** A request of nobody's: the seed, an operator's command. */
export const NO_CALLER: Caller = { address: null, agent: null };

/** A row of the list that administrators read. */
export interface SecurityEventRow {
  /** Its number, as text: it can be larger than a number holds. */
  id: string;
  at: string;
  kind: string;
  title: string;
  /** Whose account it is about; null when there is none. */
  person: { id: string; name: string } | null;
  /** Who did it, when that was somebody else. */
  by: { id: string; name: string } | null;
  address: string | null;
  agent: string | null;
  detail: string | null;
}
