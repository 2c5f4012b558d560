import type { Permission } from './permissions';

/** What a new board does first, worked out from what is there: nothing is ticked by hand. */

export const START_PATH = '/start';

export const START_STEPS = [
  'board',
  'key',
  'people',
  'meetings',
  'recommendations',
  'actions',
  'baseline',
] as const;
export type StartStep = (typeof START_STEPS)[number];

/** What whoever does a step has to be allowed. */
export const START_NEEDS = {
  board: 'manageSettings',
  key: 'manageSettings',
  people: 'addPeople',
  meetings: 'manageMeetings',
  recommendations: 'setOurRole',
  actions: 'import',
  baseline: 'manageMeetings',
} as const satisfies Record<StartStep, Permission>;

export interface StartFacts {
  areas: number;
  keyConfirmed: boolean;
  /** Who are there, those who cannot sign in included. */
  people: number;
  /** That are to come or were held. */
  meetings: number;
  /** That were held. */
  held: number;
  recommendations: number;
  /** Open ones that nobody said our role in. */
  withoutRole: number;
  /** Open ones that we do not only watch. */
  withoutOwner: number;
  /** Local actions, whatever became of them. */
  actions: number;
}

/** Somebody besides whoever set the board up. */
const PEOPLE = 2;
/** A board that meets once has no year of meetings. */
const MEETINGS = 2;

/** Whether a step is done. */
export function isDone(step: StartStep, facts: StartFacts): boolean {
  switch (step) {
    case 'board':
      return facts.areas > 0;
    case 'key':
      return facts.keyConfirmed;
    case 'people':
      return facts.people >= PEOPLE;
    case 'meetings':
      return facts.meetings >= MEETINGS;
    case 'recommendations':
      return facts.recommendations > 0 && facts.withoutRole === 0 && facts.withoutOwner === 0;
    case 'actions':
      return facts.actions > 0;
    case 'baseline':
      return facts.meetings > 0;
  }
}

/**
 * A board that has met twice is no new one: what it leaves open, an owner who has left say, is in
 * the challenge list, and the checklist no longer stands on the dashboard.
 */
export function isSettled({ held }: StartFacts): boolean {
  return held >= 2;
}
