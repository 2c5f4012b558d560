import type { Context } from '@/lib/data/context';
import type { Database } from '@/lib/data/database';
import { retireGrouping } from '@/lib/data/groupings';
import { cancelMeeting } from '@/lib/data/meetings';
import { addDays, londonDay } from '@/lib/domain/dates';
import { groupingPath } from '@/lib/domain/grouping';
import type { PersonActor } from '@/lib/domain/permissions';
import { buildMeeting, buildObjective } from '@/seed/builders/board';
import { buildDoneAction, buildMeetingAction, buildMinutes } from '@/seed/builders/meeting-records';
import { askToRedact } from '@/seed/builders/redactions';
import { buildLocalAction, opened, own, rate } from '@/seed/builders/register';
import { buildRecommendation, buildSource } from '@/seed/builders/sources';
import { type Actors, contextOf, makeActors } from './actors';
import {
  bringTo,
  hideEvidence,
  makeChallenges,
  makeEvidence,
  makePaper,
  makeRedactor,
  restrict,
  type Stage,
} from './make';
import { makeIssue } from './papers';
import { makePeople, type People } from './people';

/** What forms of an item, or of something on it, are about. */
export type Kind =
  | Stage
  | 'restricted'
  | 'evidence'
  | 'restricted evidence'
  | 'decision'
  | 'meeting action'
  | 'done meeting action'
  | 'upload'
  | 'upload with a question';

/** Something that is somebody's. */
export interface Thing {
  /** Its id or reference, as forms send it. */
  key: string;
  /** The address that the pages of its forms are below. */
  page: string;
}

/** Things that are the whole board's: addresses, ids, references. */
export interface Places {
  meeting: string;
  cancelled: string;
  past: string;
  /** A meeting of today. */
  held: string;
  paper: string;
  issued: string;
  grouping: { id: string; address: string };
  retired: { id: string; address: string };
  source: string;
  recommendation: string;
  redaction: string;
  otherRedaction: string;
  /** Somebody who may be given a seat. */
  seat: string;
  /** References of items without an owner; that of the second is acknowledged for today's meeting. */
  unowned: string;
  acknowledged: string;
  people: People;
}

export interface Cast extends Actors {
  /** Both of an officer's and an administrator's roles, of an organisation that sees everything. */
  both: PersonActor;
  /** Whose things are nobody else's of these. */
  somebody: PersonActor;
}

const STAGES = ['open', 'proposed', 'closed', 'asked'] as const;

const at = (db: Database, actor?: PersonActor): Context => contextOf(db, actor, new Date());

/** Everybody who tries an entrance. @param tag tells them from others on the same board */
export async function makeCast(db: Database, tag = ''): Promise<Cast> {
  const now = new Date();
  const actors = await makeActors(db, now, tag);
  const both = await makeRedactor(at(db), tag);
  return { ...actors, both, somebody: actors.away.commissioner };
}

/**
 * A local action of somebody's, or something on it that they added.
 * @param held a meeting of today @param hiddenFrom organisations that see nothing of it
 */
export async function makeThing(
  db: Database,
  kind: Exclude<Kind, `upload${string}`>,
  owner: PersonActor,
  held: string,
  hiddenFrom?: readonly string[],
): Promise<Thing> {
  const system = at(db);
  // Whatever they may do by their own role: it is theirs.
  const roles = ['officer', 'administrator'] as const;
  const asOwner = at(db, { ...owner, roles, organisationId: null });
  if (kind === 'meeting action' || kind === 'done meeting action') {
    const make = kind === 'meeting action' ? buildMeetingAction : buildDoneAction;
    const key = await make(system, held, owner.id);
    const { number } = await db.meetingAction.findUniqueOrThrow({ where: { id: key } });
    return { key, page: `/meetings/${held}/actions/${number}` };
  }
  const stage = kind === 'decision' ? 'closed' : STAGES.find((one) => one === kind);
  const reference = await buildLocalAction(system, { scheduling: 'due', due: '2037-06-30' });
  await own(system, reference, { ownerId: owner.id, leadOrganisationId: undefined });
  await rate(system, reference, { rag: 'green', headline: 'h', words: 'w', recovery: undefined });
  await bringTo(stage ?? 'open', system, reference, held, asOwner);
  // Before it is hidden, from its owner too.
  const added = kind === 'evidence' || kind === 'restricted evidence';
  const evidenceId = added ? await makeEvidence(asOwner, reference) : null;
  if (kind === 'restricted' || hiddenFrom) await restrict(system, reference, hiddenFrom);
  if (kind === 'decision') {
    const { id } = await db.decision.findFirstOrThrow({ where: { item: { reference } } });
    return { key: id, page: `/decisions/${id}` };
  }
  if (evidenceId === null) {
    return { key: reference, page: `/local-actions/${reference.toLowerCase()}` };
  }
  if (kind === 'restricted evidence') await hideEvidence(system, evidenceId, hiddenFrom);
  return { key: evidenceId, page: `/evidence/${evidenceId}` };
}

/** What the board as a whole has. */
export async function makePlaces(db: Database, { both, somebody }: Cast): Promise<Places> {
  const system = at(db);
  const today = londonDay(new Date());
  const meeting = (date: string, startsAt = '09:15') =>
    buildMeeting(system, { date, startsAt, venue: 'Hall' });
  const held = await meeting(today, '00:05');
  const cancelled = await meeting(addDays(today, 301));
  await cancelMeeting(system, cancelled, { ...opened(), basedOn: 1, reason: 'Snow' });
  const past = await meeting(addDays(today, -301));
  await buildMinutes(system, past, 'Draft words');
  const issued = await meeting(addDays(today, 302));
  await makeIssue(system, issued);
  const [inUse, retired] = [
    await buildObjective(system, 'Kept for the tests'),
    await buildObjective(system, 'Retired for the tests'),
  ];
  await retireGrouping(system, retired, { ...opened(), basedOn: 1, reason: 'Done' });
  const place = async (id: string) => {
    const { kind, code } = await db.grouping.findUniqueOrThrow({ where: { id } });
    return { id, address: groupingPath({ kind, code }) };
  };
  const unowned = await makeChallenges(system, held);
  const source = await buildSource(system, { prefix: 'ZZ' });
  const redaction = async () => {
    const id = await makeEvidence(system, 'R1');
    const subject = { table: 'Evidence', key: { id } } as const;
    return askToRedact(at(db, both), subject, ['shows'], 'It names somebody');
  };
  return {
    meeting: await meeting(addDays(today, 300)),
    cancelled,
    past,
    held,
    paper: await makePaper(system, addDays(today, 303)),
    issued,
    grouping: await place(inUse),
    retired: await place(retired),
    source,
    recommendation: await buildRecommendation(system, source),
    redaction: await redaction(),
    otherRedaction: await redaction(),
    seat: somebody.id,
    unowned: unowned.open,
    acknowledged: unowned.acknowledged,
    people: await makePeople(db, 'met', new Date()),
  };
}
