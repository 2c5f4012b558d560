import type { Context } from '@/lib/data/context';
import type { Database } from '@/lib/data/database';
import {
  addReading,
  editLocalAction,
  linkLocalAction,
  withdrawLocalAction,
} from '@/lib/data/local-actions';
import { mapCommitment, mapRecommendation } from '@/lib/data/mapping';
import { answerQuestion, askQuestion, withdrawQuestion } from '@/lib/data/questions';
import { setShortTitle } from '@/lib/data/recommendations';
import { setOurRole } from '@/lib/data/status-updates';
import { addDays, londonDay } from '@/lib/domain/dates';
import { ConflictError, NotFoundError, RuleError } from '@/lib/domain/errors';
import { LINK_STRENGTHS, OUR_ROLES } from '@/lib/domain/item';
import { systemActor } from '@/lib/domain/permissions';
import { PICKABLE_RAG } from '@/lib/domain/rag';
import { buildMeeting } from '@/seed/builders/board';
import {
  askForTime,
  askToClose,
  askToReopen,
  decideAgain,
  decideAlone,
  takeBack,
} from '@/seed/builders/decisions';
import {
  buildLocalAction,
  declare,
  keepRating,
  opened,
  own,
  plan,
  rate,
} from '@/seed/builders/register';
import type { Actors } from './actors';
import { contextOf, NOW } from './actors';
import { hideEvidence, makeEvidence, release, restrict, showEvidence, withdraw } from './make';
import type { Random } from './random';

const LETTERS = [...'abcdefghij'];

/** What the writes below choose from. */
export interface Stock {
  random: Random;
  actors: Actors;
  items: string[];
  evidence: string[];
  recommendationIds: string[];
  /** What local actions serve: recommendations and a commitment. */
  servedIds: string[];
  themeIds: string[];
}

const word = ({ random }: Stock) => Array.from({ length: 6 }, () => random.pick(LETTERS)).join('');
const anyDay = ({ random }: Stock) => addDays('2026-06-01', random.below(700));

/** Everything that can happen to an item, each in one of its many ways. */
const HAPPENINGS: Record<string, (context: Context, on: string, stock: Stock) => Promise<unknown>> =
  {
    rate: (context, on, stock) =>
      rate(context, on, {
        rag: stock.random.pick(PICKABLE_RAG),
        headline: word(stock),
        words: word(stock),
        recovery: word(stock),
      }),
    keep: (context, on, stock) =>
      keepRating(context, on, { nextStep: word(stock), words: undefined }),
    own: (context, on, stock) => {
      const { home, away, homeId } = stock.actors;
      return own(context, on, {
        ownerId: stock.random.pick([...Object.values(home), ...Object.values(away)]).id,
        leadOrganisationId: stock.random.chance(0.3) ? homeId : undefined,
      });
    },
    plan: (context, on, stock) =>
      stock.random.chance(0.3)
        ? plan(context, on, { scheduling: 'ongoing', review: anyDay(stock), due: undefined })
        : plan(context, on, { scheduling: 'due', due: anyDay(stock), review: undefined }),
    role: async (context, on, stock) => {
      const { number } = await context.db.item.findUniqueOrThrow({ where: { reference: on } });
      const ourRole = stock.random.pick(OUR_ROLES);
      return setOurRole(context, on, { ...opened(), basedOn: number, ourRole });
    },
    respond: (context, on, stock) =>
      declare(context, on, 'our_response', { words: word(stock), statedOn: '2026-10-01' }),
    position: (context, on, stock) =>
      declare(context, on, 'national_position', { words: word(stock), statedOn: '2026-10-01' }),
    show: async (context, on, stock) => {
      stock.evidence.push(await makeEvidence(context, on, { title: word(stock) }));
    },
    withdrawEvidence: (context, _, stock) => withdraw(context, stock.random.pick(stock.evidence)),
    hideEvidence: (context, _, stock) => hideEvidence(context, stock.random.pick(stock.evidence)),
    showEvidence: (context, _, stock) => showEvidence(context, stock.random.pick(stock.evidence)),
    restrict: (context, on, stock) =>
      restrict(context, on, stock.random.some([stock.actors.homeId], 1)),
    release: (context, on) => release(context, on),
    edit: async (context, on, stock) => {
      const item = await context.db.item.findUniqueOrThrow({ where: { reference: on } });
      return editLocalAction(context, on, {
        ...opened(),
        basedOn: item.wordingNumber,
        shortTitle: stock.random.chance(0.5) ? word(stock) : item.shortTitle,
        text: word(stock),
        area: stock.random.chance(0.5) ? word(stock) : undefined,
        fundedUntil: stock.random.chance(0.5) ? anyDay(stock) : undefined,
      });
    },
    link: (context, on, stock) =>
      linkLocalAction(context, on, {
        ...opened(),
        itemIds: [
          ...stock.random.some(stock.servedIds, 3),
          ...stock.random.some(stock.servedIds, 1),
        ],
        groupingIds: stock.random.some(stock.themeIds, 2),
      }),
    retitle: async (context, on, stock) => {
      const item = await context.db.item.findUniqueOrThrow({ where: { reference: on } });
      const form = { ...opened(), basedOn: item.wordingNumber, reason: word(stock) };
      return setShortTitle(context, on, { ...form, shortTitle: word(stock) });
    },
    map: (context, on, stock) =>
      mapRecommendation(context, on, {
        ...opened(),
        groupingIds: stock.random.some(stock.themeIds, 2),
      }),
    answer: (context, on, stock) =>
      mapCommitment(context, on, {
        ...opened(),
        groupingIds: [],
        answers: Object.fromEntries(
          stock.random
            .some(stock.recommendationIds, 3)
            .map((id) => [id, stock.random.pick(LINK_STRENGTHS)]),
        ),
      }),
    read: (context, on, stock) =>
      addReading(context, on, { ...opened(), readOn: '2026-10-01', value: word(stock) }),
    create: async (context, _, stock) => {
      const due = stock.random.chance(0.5)
        ? { due: anyDay(stock), scheduling: 'due' as const }
        : {};
      const itemIds = stock.random.some(stock.servedIds, 2);
      stock.items.push(
        await buildLocalAction(context, { shortTitle: word(stock), itemIds, ...due }),
      );
    },
    askForTime: (context, on, stock) =>
      stock.random.chance(0.2)
        ? askForTime(context, on, {
            scheduling: 'ongoing',
            review: anyDay(stock),
            reason: word(stock),
          })
        : askForTime(context, on, { scheduling: 'due', due: anyDay(stock), reason: word(stock) }),
    askToClose: (context, on, stock) =>
      askToClose(context, on, {
        ...stock.random.pick([
          { outcome: 'complete' as const, finishedOn: '2026-10-01' },
          { outcome: 'superseded' as const },
          { outcome: 'passed_on' as const, passedTo: word(stock) },
        ]),
        reason: word(stock),
      }),
    askToReopen: (context, on, stock) =>
      askToReopen(context, on, {
        rag: stock.random.pick(PICKABLE_RAG),
        headline: word(stock),
        recovery: word(stock),
        reason: word(stock),
      }),
    takeBack: (context, on, stock) => takeBack(context, on, word(stock)),
    decide: (context, on, stock) =>
      decideAlone(context, on, {
        result: stock.random.pick(['agreed', 'agreed', 'refused', 'returned'] as const),
        words: word(stock),
        delegatedToId: stock.actors.away.member.id,
        decidedOn: londonDay(context.now),
      }),
    decideAgain: (context, on, stock) =>
      // By nobody who proposed it: under delegation they may not.
      decideAgain({ ...context, actor: systemActor }, on, {
        taken: 'delegation',
        delegatedToId: stock.actors.away.member.id,
        decidedOn: londonDay(context.now),
        result: stock.random.pick(['agreed', 'agreed', 'refused'] as const),
        words: word(stock),
        rag: stock.random.pick(PICKABLE_RAG),
        headline: word(stock),
        recovery: word(stock),
      }),
    ask: (context, on, stock) => askQuestion(context, on, { words: word(stock), ...opened() }),
    // By the system: an officer answers what they own, and here that is seldom.
    reply: (context, on, stock) =>
      answerQuestion({ ...context, actor: systemActor }, on, {
        question: 1 + stock.random.below(3),
        words: word(stock),
        ...opened(),
      }),
    drop: (context, on, stock) =>
      withdrawQuestion(context, on, {
        question: 1 + stock.random.below(3),
        reason: word(stock),
        ...opened(),
      }),
    withdraw: async (context, on, stock) => {
      if (stock.random.chance(0.8)) return;
      const { number } = await context.db.item.findUniqueOrThrow({ where: { reference: on } });
      return withdrawLocalAction(context, on, { ...opened(), basedOn: number, reason: 'Twice' });
    },
  };
const ON_LOCAL_ACTIONS = [
  'askForTime',
  'plan',
  'restrict',
  'release',
  'edit',
  'link',
  'read',
  'withdraw',
];
const ON_RECOMMENDATIONS = ['role', 'map'];
const ON_COMMITMENTS = ['answer'];
/** On what somebody has proposed something about. */
const ON_PROPOSALS = ['takeBack', 'decide', 'decideAgain', 'askToReopen'];

/** Prisma's word for a row that had to be there. */
function isNone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2025';
}

/** Lets one thing happen to one of the items it can happen to. @returns false when it is refused */
export async function happen(context: Context, name: string, stock: Stock): Promise<boolean> {
  const { db } = context;
  const on = await (['decideAgain', 'askToReopen'].includes(name)
    ? db.decision.findMany({ include: { item: true } })
    : db.proposal.findMany({ include: { item: true } }));
  const asked = new Set(on.map(({ item }) => item?.reference));
  const possible = stock.items.filter(
    (reference) =>
      (!ON_LOCAL_ACTIONS.includes(name) || reference.startsWith('A')) &&
      (!ON_RECOMMENDATIONS.includes(name) || reference.startsWith('R')) &&
      (!ON_COMMITMENTS.includes(name) || reference.startsWith('C')) &&
      (name !== 'retitle' || !reference.startsWith('A')) &&
      (!ON_PROPOSALS.includes(name) || asked.has(reference)),
  );
  if (possible.length === 0) return false;
  try {
    await HAPPENINGS[name]?.(context, stock.random.pick(possible), stock);
    return true;
  } catch (error) {
    // A later due date, a withdrawn action, what is hidden from this officer: refused, as it is.
    // So is what was decided already, or has no decision yet.
    if (error instanceof RuleError || error instanceof NotFoundError) return false;
    if (error instanceof ConflictError || isNone(error)) return false;
    throw error;
  }
}

/** Items of every kind, and what writes to them choose from. */
export async function stockOf(context: Context, actors: Actors, random: Random): Promise<Stock> {
  const { db } = context;
  const ids = async (references: string[]) =>
    (await db.item.findMany({ where: { reference: { in: references } } })).map(({ id }) => id);
  const stock: Stock = {
    random,
    actors,
    items: ['R3', 'R11', 'C2', 'C3.1'],
    evidence: [await makeEvidence(context, 'R3')],
    recommendationIds: await ids(['R1', 'R2', 'R3']),
    servedIds: await ids(['R1', 'R2', 'R3', 'C2']),
    themeIds: (await db.grouping.findMany({ where: { kind: 'theme' }, take: 3 })).map((g) => g.id),
  };
  // One to come, whatever becomes of others: questions are asked for it.
  await buildMeeting(context, { date: '2090-01-05', startsAt: '14:00', venue: 'Hall' });
  for (let count = 0; count < 4; count += 1) stock.items.push(await buildLocalAction(context));
  return stock;
}

/**
 * Makes a register's life: this many writes by several people, on clocks that do not agree.
 * @returns the references written to, and how often each thing happened
 */
export async function liveThrough(
  db: Database,
  actors: Actors,
  random: Random,
  writes: number,
): Promise<{ references: string[]; happened: Record<string, number> }> {
  const start = contextOf(db);
  const stock = await stockOf(start, actors, random);
  const people = [actors.away.officer, actors.away.officer, actors.home.officer];
  const happened: Record<string, number> = {};
  let minutes = 0;
  for (let count = 0; count < writes; count += 1) {
    minutes += random.below(200);
    // Some clocks are an hour slow.
    const at = new Date(NOW.getTime() + (minutes - (random.chance(0.3) ? 60 : 0)) * 60_000);
    const name = random.pick(Object.keys(HAPPENINGS));
    const actor = stock.random.chance(0.1) ? start.actor : random.pick(people);
    if (await happen(contextOf(db, actor, at), name, stock)) {
      happened[name] = (happened[name] ?? 0) + 1;
    }
  }
  return { references: stock.items, happened };
}
