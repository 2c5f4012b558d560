import type { ItemKind } from './item';

export const ROLES = ['viewer', 'member', 'commissioner', 'officer', 'administrator'] as const;
export type Role = (typeof ROLES)[number];
export const ROLE_NAMES: Record<Role, string> = {
  viewer: 'Viewer',
  member: 'Board member',
  commissioner: 'Commissioner',
  officer: 'Public-health officer',
  administrator: 'Administrator',
};

/** A signed-in person, as they are at this request. */
export interface PersonActor {
  kind: 'person';
  id: string;
  /** The version of their name and position that their changes are signed with. */
  version: number;
  name: string;
  roles: readonly Role[];
  organisationId: string | null;
}

/** Seed, reminders and operator commands. */
export interface SystemActor {
  kind: 'system';
}

export type Actor = PersonActor | SystemActor;
export const systemActor: SystemActor = { kind: 'system' };

/** What a permission is asked about. */
export interface ItemSubject {
  kind: ItemKind;
  ownerId: string | null;
}
export interface MeetingActionSubject {
  ownerId: string;
}
export interface EvidenceSubject extends ItemSubject {
  addedById: string | null;
}
/** Somebody who is invited: the roles they get, and those they hold already. */
export interface InvitationSubject {
  roles: readonly Role[];
}

type Grant =
  | boolean
  /** on local actions only */
  | 'local actions'
  /** on an item one owns */
  | 'own'
  /** on local actions, and on any item one owns */
  | 'local actions and own'
  /** on evidence one added */
  | 'own adding'
  /** where only these roles are given */
  | 'viewers and members';

type Row = Record<Role, Grant>;
const row = (
  viewer: Grant,
  member: Grant,
  commissioner: Grant,
  officer: Grant,
  administrator: Grant,
): Row => ({ viewer, member, commissioner, officer, administrator });

/** The one table of who may do what (design, section 3). A page of the app is drawn from it. */
export const PERMISSIONS = {
  read: { says: 'Read everything, history included', ...row(true, true, true, true, true) },
  setOwner: {
    says: 'Assign an owner',
    ...row(false, true, 'local actions and own', true, 'own'),
  },
  setRag: {
    says: 'Post a status update',
    ...row(false, true, 'local actions and own', true, 'own'),
  },
  addEvidence: {
    says: 'Add evidence',
    ...row(false, true, 'local actions and own', true, 'own'),
  },
  stateResponse: {
    says: 'Say what our response is',
    ...row(false, true, 'local actions and own', true, 'own'),
  },
  statePosition: {
    says: 'Note the national position',
    ...row(false, true, 'local actions and own', true, 'own'),
  },
  withdrawEvidence: {
    says: 'Withdraw evidence',
    ...row(false, 'own adding', 'own adding', true, false),
  },
  editLocalActions: {
    says: 'Create, edit, link and withdraw local actions',
    ...row(false, false, 'local actions', true, false),
  },
  // What a row of a file does is asked again, row by row, of the permission of that very change.
  import: {
    says: 'Import a spreadsheet, each row by the other lines of this table',
    ...row(false, false, true, true, false),
  },
  restrict: {
    says: 'Restrict and release',
    ...row(false, false, 'local actions', true, true),
  },
  propose: {
    says: 'Propose an extension, a closure or a reopening',
    ...row(false, 'own', 'local actions and own', true, 'own'),
  },
  withdrawProposal: {
    says: 'Withdraw a proposal',
    ...row(false, 'own adding', 'own adding', true, 'own adding'),
  },
  askQuestion: { says: 'Ask a question before a meeting', ...row(false, true, true, true, false) },
  answerQuestion: {
    says: 'Answer a question',
    ...row(false, 'own', 'own', 'own', 'own'),
  },
  withdrawQuestion: {
    says: 'Withdraw a question',
    ...row(false, 'own adding', 'own adding', true, 'own adding'),
  },
  decide: { says: 'Record what the board decided', ...row(false, false, false, true, false) },
  correctFirstDate: {
    says: 'Correct a first due date that was mistyped',
    ...row(false, false, false, true, false),
  },
  setOurRole: { says: 'Set our role', ...row(false, false, false, true, false) },
  manageSources: {
    says: 'Change sources, short titles, groupings, objectives, and what answers what',
    ...row(false, false, false, true, false),
  },
  manageMeetings: {
    says: 'Set up, change and cancel meetings; attendance, meeting actions and minutes',
    ...row(false, false, false, true, false),
  },
  managePapers: {
    says: 'Edit, clear and issue board papers',
    ...row(false, false, false, true, false),
  },
  acknowledge: {
    says: 'Acknowledge a challenge for a meeting',
    ...row(false, false, false, true, false),
  },
  closeMeetingAction: {
    says: 'Say that a meeting action is done',
    ...row(false, 'own', 'own', true, 'own'),
  },
  manageSettings: { says: 'Change the board’s settings', ...row(false, false, false, false, true) },
  // The design has the administrator redact "with an officer": each role is one half, and either
  // asks. See refusePair in ./redaction.ts.
  redact: { says: 'Redact, two people together', ...row(false, false, false, true, true) },
  addPeople: {
    says: 'Add a person who cannot sign in, or an organisation',
    ...row(false, true, true, true, true),
  },
  handOver: {
    says: 'Hand over all that a leaver owns',
    ...row(false, false, false, true, true),
  },
  invite: {
    says: 'Invite people, and send their link again',
    ...row(false, false, false, 'viewers and members', true),
  },
  managePeople: {
    says: 'Change people and their roles, let in and shut out, end sessions, erase a name',
    ...row(false, false, false, false, true),
  },
  readSecurityEvents: {
    says: 'Read and download security events',
    ...row(false, false, false, false, true),
  },
} as const satisfies Record<string, Row & { says: string }>;

export type Permission = keyof typeof PERMISSIONS;

type SubjectOf<P extends Permission> = P extends
  | 'read'
  | 'addPeople'
  | 'import'
  | 'manageMeetings'
  | 'managePapers'
  | 'acknowledge'
  | 'manageSettings'
  | 'decide'
  | 'correctFirstDate'
  | 'manageSources'
  | 'askQuestion'
  | 'redact'
  | 'handOver'
  | 'managePeople'
  | 'readSecurityEvents'
  ? undefined
  : P extends 'invite'
    ? InvitationSubject
    : P extends 'withdrawEvidence' | 'withdrawProposal' | 'withdrawQuestion'
      ? EvidenceSubject
      : P extends 'closeMeetingAction'
        ? MeetingActionSubject
        : ItemSubject | undefined;

type Subject = ItemSubject | EvidenceSubject | MeetingActionSubject | InvitationSubject;

function grants(grant: Grant, actorId: string, subject?: Subject): boolean {
  if (typeof grant === 'boolean') return grant;
  const own = !!subject && 'ownerId' in subject && subject.ownerId === actorId;
  const localAction = !!subject && 'kind' in subject && subject.kind === 'local_action';
  switch (grant) {
    case 'local actions':
      return localAction;
    case 'own':
      return own;
    case 'local actions and own':
      return localAction || own;
    case 'own adding':
      return !!subject && 'addedById' in subject && subject.addedById === actorId;
    case 'viewers and members':
      return (
        !!subject &&
        'roles' in subject &&
        subject.roles.every((role) => role === 'viewer' || role === 'member')
      );
  }
}

/**
 * Whether an actor may do a thing to a subject. One person may hold several roles: any that
 * grants it is enough. The system may do everything. Whether the actor may see the subject at
 * all is asked separately: see `maySee`.
 */
export function can<P extends Permission>(
  actor: Actor,
  permission: P,
  subject?: SubjectOf<P>,
): boolean {
  if (actor.kind === 'system') return true;
  return actor.roles.some((role) => grants(PERMISSIONS[permission][role], actor.id, subject));
}

/** The roles that may do a thing to any such subject, whoever owns it. */
export function rolesThat(permission: Permission, subject: Pick<ItemSubject, 'kind'>): Role[] {
  const nobodys = { ...subject, ownerId: null };
  return ROLES.filter((role) => grants(PERMISSIONS[permission][role], '', nobodys));
}

/** True for somebody who holds no role but viewer. */
export function isOnlyViewer(actor: Actor): boolean {
  return actor.kind === 'person' && actor.roles.every((role) => role === 'viewer');
}

export interface Restricted {
  restricted: boolean;
  hiddenFrom: readonly string[];
}

/**
 * The restricted rule: viewers, and people of an organisation it is hidden from, get "not found"
 * everywhere. `lib/data/visibility.ts` says the same in SQL; a test holds the two together.
 */
export function maySee(actor: Actor, thing: Restricted): boolean {
  if (!thing.restricted || actor.kind === 'system') return true;
  return !isOnlyViewer(actor) && !isHiddenFrom(actor, thing);
}

/** Whoever belongs to no organisation is shut out as if of a hidden one: they could be of any. */
function isHiddenFrom(
  { organisationId }: { organisationId: string | null },
  { restricted, hiddenFrom }: Restricted,
): boolean {
  if (!restricted) return false;
  return organisationId === null ? hiddenFrom.length > 0 : hiddenFrom.includes(organisationId);
}

/**
 * Nobody is given what is hidden from them. Whoever has no role reads nothing here, and can be
 * given what is restricted all the same. What is hidden from its owner later stays theirs until
 * somebody gives it to another: a declared conflict does not wait for that.
 */
export function mayOwn(
  person: { roles: readonly Role[]; organisationId: string | null },
  thing: Restricted,
): boolean {
  const onlyViewer = person.roles.length > 0 && person.roles.every((role) => role === 'viewer');
  return !(thing.restricted && onlyViewer) && !isHiddenFrom(person, thing);
}
