import type { Context } from '@/lib/data/context';
import type { ItemKind } from '@/lib/domain/item';
import type { Permission } from '@/lib/domain/permissions';
import type { StatementKind } from '@/lib/domain/statement';
import type { Stage } from './make';
import type { People } from './people';

/** What a write is done to: an item that is open, rated and has an owner, with evidence. */
export interface Target {
  reference: string;
  evidenceId: string;
  /** The addresses of a meeting to come, and of one that is cancelled. */
  meeting: string;
  cancelledMeeting: string;
  /** One that met today. */
  heldMeeting: string;
  /** The prefix of a source of the board's own, and one of its recommendations. */
  source: string;
  ownRecommendation: string;
  /** The ids of a grouping in use, and of one that is retired. */
  grouping: string;
  retiredGrouping: string;
  /** The next meeting, and items without an owner; that of the second is acknowledged for it. */
  challenges: { meeting: string; open: string; acknowledged: string };
  /** Earlier ones: without minutes, and with a draft. */
  pastMeeting: string;
  minutedMeeting: string;
  /** One whose paper has an edited paragraph, one left out, and a headline printed otherwise. */
  paperMeeting: string;
  /** One whose paper was issued. */
  issuedMeeting: string;
  /** Ids of a meeting action that is open and of one that is done. */
  meetingAction: string;
  doneMeetingAction: string;
  /** Somebody who may be given a seat on the board. */
  seat: string;
  people: People;
  /** A redaction that somebody else, who holds both roles, has asked for. */
  redactionId: string;
}
export interface Sent {
  submissionId: string;
  basedOn: number;
}

/** One function of lib/data that writes, with a form that is accepted of somebody who may. */
export interface Write {
  name: string;
  /** Its row in the design's table. */
  row: Permission;
  /** What it can be done to; nothing for what is of the whole board. */
  to:
    | 'item'
    | 'evidence'
    | 'meeting'
    | 'meeting action'
    | 'source'
    | 'grouping'
    | 'challenge'
    | 'board';
  kinds: readonly ItemKind[];
  /** The row its form is based on. */
  basedOn?:
    | 'number'
    | 'wordingNumber'
    | 'version'
    | 'settings'
    | 'source'
    | 'ownWording'
    | 'grouping'
    | 'attendance'
    | 'membership'
    | 'minutes'
    | 'paper'
    | 'person'
    | 'roles'
    | StatementKind;
  /** Nothing is typed into its form: whoever sends it twice says the same. */
  wordless?: true;
  /** It is done to one of the target's people. */
  people?: true;
  /** It only works on what is restricted. */
  restricted?: true;
  /** Where in its life the item has to be; open, if nothing is said. */
  stage?: Stage;
  /** Only who owns the item may: there `first` does. */
  byOwner?: true;
  /** How many audit events it leaves; one, if nothing is said. */
  events?: number;
  /** What whoever does it has done before, which is no part of it. */
  prepare?(context: Context, sent: Sent, words: string): Promise<unknown>;
  run(context: Context, target: Target, sent: Sent, words: string): Promise<unknown>;
}
