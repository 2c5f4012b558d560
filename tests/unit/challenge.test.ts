import { describe, expect, test } from 'vitest';
import { acknowledgeSchema, challengeKey, parseChallengeKey } from '@/lib/domain/acknowledgement';
import { CHALLENGE_RULES, challengesOf } from '@/lib/domain/challenge';
import { type ChallengeFacts, sinceMeeting } from '@/lib/domain/challenge-facts';

const RULE_NAMES = CHALLENGE_RULES.map(({ name }) => name);

/** A local action that keeps every rule, on 23 November 2026, after three meetings. */
const SOUND: ChallengeFacts = {
  today: '2026-11-23',
  held: ['2026-09-17', '2026-06-18', '2026-03-19'],
  since: '2026-09-17',
  reference: 'A1',
  kind: 'local_action',
  lifecycle: 'open',
  createdOn: '2026-01-05',
  ownerId: 'somebody',
  ourRole: null,
  rag: 'green',
  ratings: ['amber', 'green', 'green'],
  lastUpdateOn: '2026-11-02',
  newWordsOn: '2026-11-02',
  firstDueDate: '2027-06-30',
  dueDate: '2027-06-30',
  reviewDate: null,
  moves: 0,
  schedule: 'on_time',
  fundedUntil: null,
  evidence: 'current',
  evidenceReviewOn: '2027-09-01',
  evidenceWithdrawnOn: null,
  closureProposedOn: null,
  actions: [],
};
const recommendation: Partial<ChallengeFacts> = {
  reference: 'R5',
  kind: 'recommendation',
  ourRole: 'contribute',
  firstDueDate: null,
  dueDate: null,
  schedule: null,
};
const action = { reference: 'A7', open: true, rag: 'green', overdueSince: null } as const;
const watched = { ...recommendation, ourRole: 'watch' } as const;
const commitment = { ...recommendation, kind: 'commitment', ourRole: null } as const;

const fired = (facts: Partial<ChallengeFacts>) =>
  challengesOf({ ...SOUND, ...facts }).map(({ rule }) => rule);

test('the table holds the design’s rules in its words and order', () => {
  expect(CHALLENGE_RULES.map(({ title }) => title)).toEqual([
    'No owner',
    'Not rated',
    'No update since the last meeting',
    'Deliver with no local action',
    'Green but overdue',
    'Green for two meetings or within 60 days of its date, with no current evidence',
    'Amber three meetings running',
    'Red two meetings running with no new words',
    'No due or review date',
    'Date moved twice or more',
    'Evidence out of date or withdrawn under a proposed closure',
    'A recommendation Green or Blue while an action under it is Red or overdue',
    'Funded until a date before the due date',
  ]);
  expect(new Set(RULE_NAMES).size).toBe(13);
});

test('what adds up is not challenged, whatever its kind', () => {
  expect([fired({}), fired(recommendation), fired(watched), fired(commitment)]).toEqual([
    [],
    [],
    [],
    [],
  ]);
});

const unrated = { rag: 'not_rated', lastUpdateOn: null, newWordsOn: null, ratings: [] } as const;
const stale = { lastUpdateOn: '2026-09-17' };
const green = { ratings: ['green', 'green', null], evidence: 'none' } as const;
const amber = { rag: 'amber', ratings: ['amber', 'amber', 'amber'] } as const;
const red = { rag: 'red', ratings: ['red', 'red', 'red'], newWordsOn: '2026-06-18' } as const;
const closing = { closureProposedOn: '2026-11-10' };

/** Of each rule: when it fires, and when it does not by as little as can be. */
const CASES: Record<
  string,
  { fires: Array<Partial<ChallengeFacts>>; not: Array<Partial<ChallengeFacts>> }
> = {
  no_owner: {
    fires: [
      { ownerId: null },
      { ...recommendation, ownerId: null },
      { ...commitment, ownerId: null },
    ],
    not: [{ ...watched, ownerId: null }],
  },
  not_rated: {
    fires: [unrated, { ...recommendation, ...unrated }, { ...commitment, ...unrated }],
    not: [{ ...watched, ...unrated }, { rag: 'red' }],
  },
  no_update: {
    fires: [
      stale,
      { ...recommendation, ...stale },
      { lastUpdateOn: null },
      { lastUpdateOn: null, createdOn: '2026-09-17' },
      { since: '2026-06-18', lastUpdateOn: '2026-06-18' },
    ],
    not: [
      { ...watched, ...stale },
      { lastUpdateOn: '2026-09-18' },
      { lastUpdateOn: null, createdOn: '2026-09-18' },
      { since: '2026-06-18', lastUpdateOn: '2026-06-19' },
      { since: null, lastUpdateOn: null },
    ],
  },
  deliver_without_action: {
    fires: [{ ...recommendation, ourRole: 'deliver' }],
    not: [
      { ...recommendation, ourRole: 'deliver', actions: [action] },
      { ...recommendation, ourRole: 'deliver', actions: [{ ...action, open: false }] },
      { ...recommendation, ourRole: 'contribute' },
      { ...recommendation, ourRole: null },
    ],
  },
  green_overdue: {
    fires: [
      { schedule: 'overdue', dueDate: '2026-11-22' },
      { schedule: 'overdue', dueDate: null, reviewDate: '2026-11-22' },
    ],
    not: [
      { schedule: 'due_soon', dueDate: '2026-11-23' },
      { schedule: 'overdue', dueDate: '2026-11-22', rag: 'amber' },
    ],
  },
  green_without_evidence: {
    fires: [
      green,
      { ...recommendation, ...green },
      { ...green, evidence: 'out_of_date' },
      { evidence: 'none', dueDate: '2027-01-22' },
      { evidence: 'none', dueDate: null, reviewDate: '2027-01-22' },
      { evidence: 'out_of_date', dueDate: '2026-11-23' },
    ],
    not: [
      { ...green, evidence: 'current' },
      { evidence: 'none', ratings: ['green', 'amber', 'green'] },
      { evidence: 'none', ratings: ['green', null, null], held: ['2026-09-17'] },
      { ...green, rag: 'amber' },
      { evidence: 'none', dueDate: '2027-01-23' },
      { evidence: 'none', dueDate: null, reviewDate: '2027-01-23' },
    ],
  },
  amber_three_meetings: {
    fires: [amber, { ...recommendation, ...amber }],
    not: [
      { ...amber, ratings: ['amber', 'amber', 'red'] },
      { ...amber, ratings: ['amber', 'amber', null] },
      { ...amber, ratings: ['amber', 'amber'], held: ['2026-09-17', '2026-06-18'] },
      { ...amber, rag: 'green' },
    ],
  },
  red_without_words: {
    fires: [red, { ...commitment, ...red }, { ...red, newWordsOn: null }],
    not: [
      { ...red, newWordsOn: '2026-06-19' },
      { ...red, ratings: ['red', 'amber', 'red'] },
      { ...red, ratings: ['red'], held: ['2026-09-17'] },
      { ...red, rag: 'amber' },
    ],
  },
  no_date: {
    fires: [{ dueDate: null, firstDueDate: null, schedule: 'no_date' }],
    not: [{ dueDate: null, reviewDate: '2027-06-01' }, { ...recommendation }, { ...commitment }],
  },
  date_moved: {
    fires: [{ moves: 2 }, { moves: 3 }, { moves: 2, dueDate: null, reviewDate: '2027-06-30' }],
    not: [{ moves: 1 }, { ...recommendation, moves: 2 }],
  },
  closure_without_evidence: {
    fires: [
      { ...closing, evidence: 'out_of_date' },
      { ...closing, evidence: 'none', evidenceWithdrawnOn: '2026-10-01' },
      { ...closing, evidenceWithdrawnOn: '2026-11-10' },
    ],
    not: [
      { evidence: 'out_of_date' },
      { ...closing, evidence: 'current' },
      { ...closing, evidence: 'none' },
      { ...closing, evidenceWithdrawnOn: '2026-11-09' },
    ],
  },
  better_than_its_actions: {
    fires: [
      { ...recommendation, actions: [{ ...action, rag: 'red' }] },
      { ...recommendation, actions: [action, { ...action, overdueSince: '2026-11-22' }] },
      {
        ...recommendation,
        rag: 'blue',
        lifecycle: 'closed',
        actions: [{ ...action, rag: 'red' }],
      },
    ],
    not: [
      { ...recommendation, actions: [action, { ...action, rag: 'amber' }] },
      { ...recommendation, rag: 'amber', actions: [{ ...action, rag: 'red' }] },
      { ...recommendation, actions: [{ ...action, rag: 'red', open: false }] },
    ],
  },
  funding_ends_first: {
    fires: [{ fundedUntil: '2027-06-29' }],
    not: [{ fundedUntil: '2027-06-30' }, { fundedUntil: '2027-06-29', dueDate: null }],
  },
};

test('every rule has its cases', () => {
  expect(Object.keys(CASES)).toEqual(RULE_NAMES);
});

describe.each(Object.entries(CASES))('%s', (rule, { fires, not }) => {
  test.each(fires)('fires: %j', (facts) => expect(fired(facts)).toContain(rule));
  test.each(not)('does not: %j', (facts) => expect(fired(facts)).not.toContain(rule));
});

test('what is closed is asked one thing only', () => {
  const closed = { ...recommendation, lifecycle: 'closed', ownerId: null, ...unrated } as const;
  expect(fired(closed)).toEqual([]);
});

describe('the meeting that "since" counts from', () => {
  const held = ['2026-09-17', '2026-06-18'];
  test.each([
    // Updates are due on 14 December: 22, 21 and 20 days before, on the day, and after it.
    ['2026-11-22', '2026-06-18'],
    ['2026-11-23', '2026-09-17'],
    ['2026-11-24', '2026-09-17'],
    ['2026-12-14', '2026-09-17'],
    ['2026-12-16', '2026-09-17'],
  ])('on %s is that of %s', (today, since) => {
    expect(sinceMeeting(held, '2026-12-14', today)).toBe(since);
  });

  test('is the one before while no meeting is set to come', () => {
    expect(sinceMeeting(held, null, '2026-11-23')).toBe('2026-06-18');
  });

  test('is none at a first meeting, and at a second one until it is near', () => {
    expect(sinceMeeting([], '2026-12-14', '2026-12-14')).toBeNull();
    expect(sinceMeeting(['2026-09-17'], '2026-12-14', '2026-11-22')).toBeNull();
    expect(sinceMeeting(['2026-09-17'], '2026-12-14', '2026-11-23')).toBe('2026-09-17');
  });
});

describe('sentences', () => {
  const said = (rule: string, facts: Partial<ChallengeFacts>) =>
    challengesOf({ ...SOUND, ...facts }).find((one) => one.rule === rule)?.sentence;
  test.each<[string, Partial<ChallengeFacts>, string]>([
    [
      'no_owner',
      { ownerId: null },
      'In the register since 5 January 2026 (322 days), with no owner',
    ],
    [
      'not_rated',
      { ...unrated, createdOn: '2026-11-22' },
      'In the register since 22 November 2026 (1 day), and not rated yet',
    ],
    [
      'no_update',
      stale,
      'Last updated on 17 September 2026, and not since the meeting of 17 September 2026',
    ],
    [
      'no_update',
      { lastUpdateOn: null },
      'Never updated, and not since the meeting of 17 September 2026',
    ],
    [
      'green_overdue',
      { schedule: 'overdue', dueDate: '2026-11-13' },
      'Green, but its due date of 13 November 2026 passed 10 days ago',
    ],
    [
      'green_without_evidence',
      { ...green, dueDate: '2026-12-03' },
      'Green at the meetings of 18 June 2026 and 17 September 2026, and its due date, 3 December 2026, is in 10 days; it has no evidence',
    ],
    [
      'green_without_evidence',
      {
        dueDate: null,
        reviewDate: '2026-11-22',
        evidence: 'out_of_date',
        evidenceReviewOn: '2026-11-01',
      },
      'Green: its review date, 22 November 2026, was 1 day ago; its evidence was to be reviewed by 1 November 2026',
    ],
    [
      'amber_three_meetings',
      amber,
      'Amber at the meetings of 19 March 2026, 18 June 2026 and 17 September 2026, and still Amber',
    ],
    [
      'red_without_words',
      red,
      'Red at the meetings of 18 June 2026 and 17 September 2026, with nothing new said since 18 June 2026',
    ],
    [
      'date_moved',
      { moves: 3, dueDate: null, reviewDate: '2027-09-30' },
      'Moved 3 times: first due on 30 June 2027, now ongoing, with a review on 30 September 2027',
    ],
    ['date_moved', { moves: 2 }, 'Moved twice: first due on 30 June 2027, now on 30 June 2027'],
    [
      'better_than_its_actions',
      {
        ...recommendation,
        actions: [
          { ...action, rag: 'red', overdueSince: '2026-11-01' },
          { ...action, reference: 'A8', rag: 'red' },
        ],
      },
      'Green, with 2 actions behind: A7 is Red and overdue since 1 November 2026; A8 is Red',
    ],
    [
      'funding_ends_first',
      { fundedUntil: '2027-03-31' },
      'Funded until 31 March 2027, 91 days before it is due on 30 June 2027',
    ],
    [
      'closure_without_evidence',
      { ...closing, evidenceWithdrawnOn: '2026-11-12' },
      'Closure proposed on 10 November 2026, but evidence was withdrawn on 12 November 2026',
    ],
  ])('%s %#', (rule, facts, sentence) => expect(said(rule, facts)).toBe(sentence));
});

test('each says where it is put right', () => {
  const links = Object.entries(CASES).map(([rule, { fires }]) => {
    const found = challengesOf({ ...SOUND, ...fires[0] }).find((one) => one.rule === rule);
    return [rule, found?.mend.href, found?.mend.needs];
  });
  expect(links).toEqual([
    ['no_owner', '/local-actions/a1/owner', 'setOwner'],
    ['not_rated', '/local-actions/a1/update', 'setRag'],
    ['no_update', '/local-actions/a1/update', 'setRag'],
    ['deliver_without_action', '/local-actions/new?for=r5', 'editLocalActions'],
    ['green_overdue', '/local-actions/a1/update', 'setRag'],
    ['green_without_evidence', '/local-actions/a1/evidence/link', 'addEvidence'],
    ['amber_three_meetings', '/local-actions/a1/update', 'setRag'],
    ['red_without_words', '/local-actions/a1/update', 'setRag'],
    ['no_date', '/local-actions/a1/dates', 'editLocalActions'],
    ['date_moved', '/local-actions/a1/history', null],
    ['closure_without_evidence', '/local-actions/a1/evidence/link', 'addEvidence'],
    ['better_than_its_actions', '/recommendations/r5/update', 'setRag'],
    ['funding_ends_first', '/local-actions/a1/edit', 'editLocalActions'],
  ]);
  // What is closed takes no update.
  const [blue] = challengesOf({ ...SOUND, ...CASES.better_than_its_actions?.fires[2] });
  expect(blue?.mend).toMatchObject({ href: '/recommendations/r5/reopen', needs: 'propose' });
});

describe('the form', () => {
  test('names challenges by rule and reference', () => {
    const key = { rule: 'no_owner', reference: 'C3.1' };
    expect(parseChallengeKey(challengeKey(key))).toEqual(key);
    for (const text of [
      '',
      'no_owner',
      'no_owner:',
      'nonsense:R1',
      'no_owner:R1:R2',
      'no_owner:1',
    ]) {
      expect(parseChallengeKey(text), text).toBeUndefined();
    }
  });

  test('takes one or several, and asks why', () => {
    const sent = { submissionId: '019e1a1e-0000-7000-8000-000000000000', meeting: '2026-12-17' };
    const parse = (more: object) => acknowledgeSchema.safeParse({ ...sent, reason: 'x', ...more });
    expect(parse({ challenges: 'no_owner:R1' }).data?.challenges).toHaveLength(1);
    const twice = ['no_owner:R1', 'no_owner:R1', 'not_rated:R1'];
    expect(parse({ challenges: twice }).data?.challenges).toHaveLength(2);
    expect(parse({}).error?.issues[0]?.message).toBe('Choose at least one challenge');
    expect(parse({ challenges: 'nonsense' }).success).toBe(false);
    expect(parse({ challenges: 'no_owner:R1', reason: ' ' }).error?.issues[0]?.message).toBe(
      'Say why',
    );
  });
});
