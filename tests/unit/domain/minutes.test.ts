import { describe, expect, test } from 'vitest';
import { draftMinutes, type MinutesFacts } from '@/lib/domain/minutes';

const NONE: MinutesFacts = {
  date: '2026-09-17',
  startsAt: '14:00',
  venue: 'County Hall',
  attendance: [],
  othersPresent: null,
  declarations: [],
  last: null,
  decisions: [],
  actions: [],
  next: null,
};
const draft = (facts: Partial<MinutesFacts>) =>
  Object.fromEntries(
    draftMinutes({ ...NONE, ...facts }).map(({ heading, words }) => [heading, words]),
  );

test('a meeting of which nothing is recorded says so', () => {
  expect(draft({})).toEqual({
    'Date and place': '17 September 2026 at 14:00\nCounty Hall',
    Present: 'Nobody is recorded yet.',
    Apologies: 'None.',
    'Declarations of interest': 'None.',
    'Minutes of the last meeting': 'There is no earlier meeting.',
    'Matters discussed': '',
    Decisions: 'None.',
    Actions: 'None.',
    'Next meeting': 'No date is set yet.',
  });
});

test('absence without apologies has a section of its own', () => {
  const one = { name: 'N', position: 'P', capacity: 'member', deputy: null } as const;
  expect(draft({ attendance: [{ ...one, answer: 'absent' }] })['Absent, no apologies']).toBe(
    '- N, P',
  );
});

describe('of what is restricted only that it was there', () => {
  test('declarations', () => {
    const declarations = [{ name: 'N', words: null, references: [] }];
    expect(draft({ declarations })['Declarations of interest']).toBe(
      '- N: an interest in a restricted item',
    );
  });

  test('decisions', () => {
    const decisions = [
      { minuteReference: 'M/1', said: null, delegatedOn: null, supersededBy: null },
      {
        minuteReference: 'D/2',
        said: { about: 'R8 Title', proposed: 'close it', result: 'refused', words: 'Not yet.' },
        delegatedOn: '2026-08-03',
        supersededBy: 'M/9',
      },
      {
        minuteReference: 'M/3',
        said: { about: null, proposed: null, result: 'noted', words: 'The report.' },
        delegatedOn: null,
        supersededBy: null,
      },
    ] as const;
    expect(draft({ decisions: [...decisions] }).Decisions).toBe(
      [
        '- M/1: a restricted item.',
        '- D/2: R8 Title: to close it. Refused. Not yet. Taken under delegation on 3 August 2026. Superseded by M/9.',
        '- M/3: Noted. The report.',
      ].join('\n'),
    );
  });
});
