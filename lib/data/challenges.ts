import { CHALLENGE_RULES, type Challenge, challengesOf } from '@/lib/domain/challenge';
import type { ChallengeLine, ChallengeList } from '@/lib/domain/challenge-view';
import { can } from '@/lib/domain/permissions';
import { toAuthor } from './authors';
import { getBoard } from './board';
import { type Calendar, challengeCalendar, challengeFacts, type Reader } from './challenge-facts';
import { type Context, demand } from './context';
import type { StateRow } from './item-state';
import { recordedBy } from './record';

/** What fires for a reader, and what of it is acknowledged for the next meeting. */
interface Firing {
  item: StateRow;
  challenge: Challenge;
  acknowledged: ChallengeLine['acknowledged'];
}

/** The latest word on each challenge of a meeting, where it was not taken back. */
async function standingAcknowledgements(context: Reader, { next }: Calendar) {
  if (!next) return new Map<string, NonNullable<Firing['acknowledged']>>();
  const rows = await context.db.acknowledgement.findMany({
    where: { meetingId: next.id, ...recordedBy(context) },
    orderBy: { number: 'asc' },
    include: { author: true },
  });
  const latest = new Map(rows.map((row) => [`${row.itemId} ${row.rule}`, row]));
  return new Map(
    [...latest].flatMap(([key, { takenBack, reason, recordedAt, author }]) =>
      takenBack
        ? []
        : [[key, { reason, at: recordedAt.toISOString(), author: toAuthor(author) }] as const],
    ),
  );
}

/** Every challenge, or those of one item, with the meeting they are acknowledged for. */
export async function firingChallenges(
  context: Reader,
  reference?: string,
): Promise<{ calendar: Calendar; firing: Firing[] }> {
  const board = await getBoard(context, context);
  const calendar = await challengeCalendar(context, board);
  const [facts, acknowledged] = await Promise.all([
    challengeFacts(context, board, calendar, reference),
    standingAcknowledgements(context, calendar),
  ]);
  const firing = facts.flatMap(({ item, facts: known }) =>
    challengesOf(known).map((challenge) => ({
      item,
      challenge,
      acknowledged: acknowledged.get(`${item.id} ${challenge.rule}`) ?? null,
    })),
  );
  const place = new Map(CHALLENGE_RULES.map(({ name }, index) => [name, index]));
  const order = ({ challenge }: Firing) => place.get(challenge.rule) ?? 0;
  return { calendar, firing: firing.sort((a, b) => order(a) - order(b)) };
}

function toLine(
  { actor, asAt }: Context,
  { item, challenge, acknowledged }: Firing,
): ChallengeLine {
  const { href, label, needs, subject } = challenge.mend;
  const may = !asAt && (needs === null || can(actor, needs, subject ?? item));
  return {
    rule: challenge.rule,
    reference: item.reference,
    kind: item.kind,
    shortTitle: item.shortTitle,
    owner: item.ownerId ? { id: item.ownerId, name: item.ownerName ?? '' } : null,
    sentence: challenge.sentence,
    mend: may ? { href, label } : null,
    acknowledged,
  };
}

async function list(context: Context, reference?: string): Promise<ChallengeList> {
  demand(context, 'read');
  const { calendar, firing } = await firingChallenges(context, reference);
  const { next, since } = calendar;
  return {
    meeting: next && { slug: next.slug, date: next.date },
    since,
    lines: firing.map((one) => toLine(context, one)),
    mayAcknowledge: !context.asAt && next !== null && can(context.actor, 'acknowledge'),
  };
}

/** What does not add up, as far as the actor may see. @throws NotAllowedError */
export function listChallenges(context: Context): Promise<ChallengeList> {
  return list(context);
}

/** The same of one item; nothing where there is none that the actor may see. @throws NotAllowedError */
export function listChallengesOf(context: Context, reference: string): Promise<ChallengeList> {
  return list(context, reference);
}
