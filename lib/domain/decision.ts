import { z } from 'zod';
import type { PlainDate } from './dates';
import { formatDate } from './dates';
import {
  basedOn,
  optionalDate,
  optionalId,
  optionalLine,
  optionalText,
  requiredDate,
  requiredId,
  requiredText,
  submission,
  together,
} from './fields';
import { type Hand, type Tie, tieBetween } from './independence';
import { isMeetingSlug } from './meeting-name';
import { newRating } from './proposal';
import { HEADLINE_LIMIT } from './status-update';

/** Where a decision is read, and superseded. */
export function decisionPath(id: string): string {
  return `/decisions/${id}`;
}

/** On a proposal; "noted" is for what the board decided in words of its own. */
export const DECISION_RESULTS = ['agreed', 'refused', 'returned', 'noted'] as const;
export type DecisionResult = (typeof DECISION_RESULTS)[number];
export const RESULT_NAMES: Record<DecisionResult, string> = {
  agreed: 'Agreed',
  refused: 'Refused',
  returned: 'Returned',
  noted: 'Noted',
};

export const ON_PROPOSAL = ['agreed', 'refused', 'returned'] as const;
export type ProposalResult = (typeof ON_PROPOSAL)[number];

const WORDS_LIMIT = 2000;
const minuteReference = optionalLine(60);
/** Who asked learns why; an agreement can speak for itself. */
const NEEDS_WORDS = 'Say why, so that whoever proposed it knows what to do next';

function needsWords(result: string | undefined, words: string | undefined): boolean {
  return (result === 'refused' || result === 'returned') && !words;
}

/** One line of the list of what awaits the board. */
const line = z
  .object({
    proposal: z.coerce.number('Open the form again and resend it').int().min(1),
    result: z.enum(['', ...ON_PROPOSAL, 'open']).default(''),
    words: optionalText(WORDS_LIMIT),
    minuteReference,
  })
  .refine(({ result, words }) => !needsWords(result, words), together('words', NEEDS_WORDS));

/** A meeting's decisions in one pass: each line by itself, or as the rest. */
export const recordDecisionsSchema = submission.extend({
  /** What becomes of the lines that say nothing themselves. */
  rest: z.enum(['open', 'agreed'], 'Choose what becomes of the rest'),
  /** By item: a line keeps its name when others above it are decided meanwhile. */
  lines: z.record(z.uuid('Open the form again and resend it'), line).default({}),
});
export type RecordDecisions = z.infer<typeof recordDecisionsSchema>;

/** What the board decided that nobody had proposed about an item. */
export const noteDecisionSchema = submission.extend({
  result: z.enum(['agreed', 'noted'], 'Choose whether it was agreed or noted'),
  words: requiredText('Enter what was decided', WORDS_LIMIT),
  minuteReference,
});
export type NoteDecision = z.infer<typeof noteDecisionSchema>;

const delegated = {
  delegatedToId: requiredId('Choose who decided it'),
  decidedOn: requiredDate('The day it was decided'),
};

/** One proposal decided between meetings by whom the board gave that power. */
export const decideUnderDelegationSchema = submission
  .extend({
    proposal: z.coerce.number('Open the form again and resend it').int().min(1),
    result: z.enum(ON_PROPOSAL, 'Choose what was decided'),
    words: optionalText(WORDS_LIMIT),
    minuteReference,
    ...delegated,
  })
  .refine(({ result, words }) => !needsWords(result, words), together('words', NEEDS_WORDS));
export type DecideUnderDelegation = z.infer<typeof decideUnderDelegationSchema>;

/** Where a superseding decision was taken, when not at a meeting. */
export const UNDER_DELEGATION = 'delegation';

/**
 * A decision in the place of a mistaken one. `basedOn` is the item's number: whoever supersedes
 * has seen what state it changes. The rating is needed only where it opens the item again.
 */
export const supersedeDecisionSchema = basedOn
  .extend({
    taken: z
      .string('Choose where it was decided')
      .refine(
        (text) => text === UNDER_DELEGATION || isMeetingSlug(text),
        'Choose where it was decided',
      ),
    delegatedToId: optionalId,
    decidedOn: optionalDate('The day it was decided'),
    result: z.enum(DECISION_RESULTS, 'Choose what was decided'),
    words: requiredText('Say what was mistaken, and what was decided', WORDS_LIMIT),
    minuteReference,
    rag: newRating.rag.optional(),
    headline: optionalLine(HEADLINE_LIMIT),
    recovery: newRating.recovery,
  })
  .refine(
    ({ taken, delegatedToId }) => taken !== UNDER_DELEGATION || delegatedToId !== undefined,
    together('delegatedToId', 'Choose who decided it'),
  )
  .refine(
    ({ taken, decidedOn }) => taken !== UNDER_DELEGATION || decidedOn !== undefined,
    together('decidedOn', 'Enter the day it was decided'),
  );
export type SupersedeDecision = z.infer<typeof supersedeDecisionSchema>;

/** Why a meeting cannot have decided anything (yet); null when it can. */
export function refuseMeeting(
  meeting: { date: PlainDate; cancelled: boolean },
  today: PlainDate,
): string | null {
  if (meeting.cancelled) return 'This meeting was cancelled, so it decided nothing';
  return meeting.date > today
    ? `The board meets on ${formatDate(meeting.date)}: decisions can be recorded from that day`
    : null;
}

/** Why a day cannot be when a proposal was decided; null when it can. */
export function refuseDay(
  decidedOn: PlainDate,
  proposedOn: PlainDate,
  today: PlainDate,
): string | null {
  if (decidedOn > today) return 'The day it was decided must be today or in the past';
  return decidedOn < proposedOn
    ? `It was proposed on ${formatDate(proposedOn)}: it cannot have been decided before`
    : null;
}

/**
 * Why this person cannot record a decision that somebody took alone; null when they can. At a
 * meeting the proposer may write it down, and it is marked so. Neither who records it nor who took
 * it has had a hand in the proposer's account of late, nor the other way round.
 */
export function refuseDelegation(
  people: { proposerId: string | null; recorderId: string | null; deciderId: string },
  hands: readonly Hand[],
): ({ field: '' | 'delegatedToId' } & ({ refused: string } | { tie: Tie })) | null {
  const { proposerId, recorderId, deciderId } = people;
  if (proposerId !== null && proposerId === recorderId) {
    return {
      field: '',
      refused: 'You proposed this: a delegated decision on it has to be recorded by somebody else',
    };
  }
  if (proposerId === deciderId) {
    return {
      field: 'delegatedToId',
      refused: 'Whoever proposed it cannot decide it alone. Choose somebody else',
    };
  }
  if (proposerId === null) return null;
  // A whole board is often let in by one administrator: who stands behind both is not asked here.
  const written = recorderId && tieBetween(proposerId, recorderId, hands, 'direct');
  if (written) return { field: '', tie: written };
  const taken = tieBetween(proposerId, deciderId, hands, 'direct');
  return taken && { field: 'delegatedToId', tie: taken };
}

/** 'meeting/number', counted over the meeting's decisions; under delegation by the day. */
export function defaultMinuteReference(
  at: { meeting: string } | { delegatedOn: PlainDate },
  number: number,
): string {
  return 'meeting' in at ? `${at.meeting}/${number}` : `Delegated ${at.delegatedOn}/${number}`;
}
