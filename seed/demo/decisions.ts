import type { ProposalResult } from '@/lib/domain/decision';
import type { Outcome } from '@/lib/domain/item';
import type { AccountKey, PersonKey } from './people';
import type { Days } from './story';

interface Asked {
  item: string;
  day: Days;
  by: AccountKey;
  reason: string;
}

/** What somebody asked of the board, and what became of it; without an end it still waits. */
export type DemoProposal = Asked &
  (
    | { is: 'extension'; to: Days }
    | { is: 'closure'; outcome: Outcome; finished?: Days; into?: string; passedTo?: string }
  ) & {
    decided?:
      | { at: Days; recorded: Days; result: ProposalResult; words?: string }
      | { alone: PersonKey; on: Days; recorded: Days; result: ProposalResult; words?: string };
    /** The decision was written down wrongly, and another put in its place. */
    superseded?: {
      at: Days;
      recorded: Days;
      result: ProposalResult;
      words: string;
      headline: string;
    };
  };

export const PROPOSALS: readonly DemoProposal[] = [
  {
    is: 'extension',
    item: 'A4',
    day: -160,
    by: 'commissioning',
    to: 210,
    reason: 'Two districts have found rooms later than planned. Both leases are now agreed.',
    decided: { at: -153, recorded: -149, result: 'agreed' },
  },
  {
    is: 'closure',
    item: 'A20',
    day: -162,
    by: 'commissioning',
    outcome: 'superseded',
    reason: 'The yearly statement could become part of the budget report.',
    decided: { at: -153, recorded: -149, result: 'agreed' },
    superseded: {
      at: -153,
      recorded: -141,
      result: 'returned',
      words:
        'Recorded wrongly: the board returned the proposal and asked to keep the statement apart from the budget report.',
      headline: 'First statement went to the board, and stays a paper of its own',
    },
  },
  {
    is: 'extension',
    item: 'A6',
    day: -70,
    by: 'commissioning',
    to: 60,
    reason: 'The trust has not signed, and its board meets only every second month.',
    decided: {
      at: -62,
      recorded: -58,
      result: 'refused',
      words: 'The date stands. Bring the disagreement to the board instead of a later date.',
    },
  },
  {
    is: 'closure',
    item: 'A10',
    day: -69,
    by: 'programme',
    outcome: 'complete',
    finished: -79,
    reason: 'Both courts offer them at every hearing, and the link worker’s post is permanent.',
    decided: { at: -62, recorded: -58, result: 'agreed' },
  },
  {
    is: 'closure',
    item: 'A9',
    day: -68,
    by: 'programme',
    outcome: 'merged',
    into: 'A8',
    reason: 'Identification is now one step of the release-day pathway.',
    decided: {
      at: -62,
      recorded: -58,
      result: 'returned',
      words: 'Say first who pays for bank appointments in prison, then propose it again.',
    },
  },
  {
    is: 'extension',
    item: 'A7',
    day: -40,
    by: 'commissioning',
    to: 120,
    reason: 'The clinic’s new equipment arrives six weeks later than ordered.',
    decided: { alone: 'director', on: -33, recorded: -32, result: 'agreed' },
  },
  {
    is: 'extension',
    item: 'A2',
    day: -6,
    by: 'commissioning',
    to: 190,
    reason: 'What is left are waits at weekends, and the weekend rota starts in March.',
  },
  {
    is: 'closure',
    item: 'A15',
    day: -4,
    by: 'programme',
    outcome: 'complete',
    finished: -10,
    reason: 'Sixty-two per cent have answered, and the report is with the districts.',
  },
];

/** What the board decided in words of its own, and when that was written down. */
export const NOTED: ReadonlyArray<{ at: Days; recorded: Days; words: string }> = [
  { at: -153, recorded: -149, words: 'To note the report, and to ask for a paper on housing.' },
  { at: -62, recorded: -58, words: 'To note the report.' },
];
