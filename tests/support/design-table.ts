import type { ItemKind } from '@/lib/domain/item';
import type { Permission, Role } from '@/lib/domain/permissions';

/**
 * The table of the design ("Who may do what"), as it stands there: viewer, member, commissioner,
 * officer, administrator. Nothing here is worked out from the code.
 */
export const DESIGN: Record<Permission, readonly [string, string, string, string, string]> = {
  read: ['✓', '✓', '✓', '✓', '✓'],
  setOwner: ['', '✓', 'local actions, own', '✓', 'own'],
  setRag: ['', '✓', 'local actions, own', '✓', 'own'],
  addEvidence: ['', '✓', 'local actions, own', '✓', 'own'],
  stateResponse: ['', '✓', 'local actions, own', '✓', 'own'],
  statePosition: ['', '✓', 'local actions, own', '✓', 'own'],
  withdrawEvidence: ['', 'own adding', 'own adding', '✓', ''],
  editLocalActions: ['', '', 'local actions', '✓', ''],
  import: ['', '', '✓', '✓', ''],
  restrict: ['', '', 'local actions', '✓', '✓'],
  propose: ['', 'own', 'local actions, own', '✓', 'own'],
  // A proposal is its proposer's to take back; the design has no row of its own for it.
  withdrawProposal: ['', 'own adding', 'own adding', '✓', 'own adding'],
  askQuestion: ['', '✓', '✓', '✓', ''],
  answerQuestion: ['', 'own', 'own', 'own', 'own'],
  // A question is its asker's to take back; the design has no row of its own for it.
  withdrawQuestion: ['', 'own adding', 'own adding', '✓', 'own adding'],
  decide: ['', '', '', '✓', ''],
  // Section 3, "Due dates slip in the open": an officer may correct a slip of the keyboard.
  correctFirstDate: ['', '', '', '✓', ''],
  setOurRole: ['', '', '', '✓', ''],
  manageSources: ['', '', '', '✓', ''],
  manageMeetings: ['', '', '', '✓', ''],
  managePapers: ['', '', '', '✓', ''],
  acknowledge: ['', '', '', '✓', ''],
  closeMeetingAction: ['', 'own', 'own', '✓', 'own'],
  manageSettings: ['', '', '', '', '✓'],
  // "redact (with an officer)": an administrator and an officer are a half each, so both may ask and
  // agree; that it takes one of each, two people, is tried in redaction.test.ts.
  redact: ['', '', '', '✓', '✓'],
  addPeople: ['', '✓', '✓', '✓', '✓'],
  handOver: ['', '', '', '✓', '✓'],
  // "invite viewers and members": an administrator invites anybody ("people, roles").
  invite: ['', '', '', 'viewers and members', '✓'],
  managePeople: ['', '', '', '', '✓'],
  readSecurityEvents: ['', '', '', '', '✓'],
};

export interface Circumstances {
  kind: ItemKind;
  /** It is mine. */
  own: boolean;
  /** I added it. */
  added: boolean;
  /** What an invitation gives; a viewer's access unless told. */
  invited?: readonly Role[];
}

/** Whether a cell of the table lets somebody do it in these circumstances. */
export function allows(
  cell: string,
  { kind, own, added, invited = ['viewer'] }: Circumstances,
): boolean {
  return cell.split(', ').some((grant) => {
    if (grant === '✓') return true;
    if (grant === 'viewers and members') {
      return invited.every((role) => ['viewer', 'member'].includes(role));
    }
    if (grant === 'local actions') return kind === 'local_action';
    if (grant === 'own') return own;
    return grant === 'own adding' && added;
  });
}
