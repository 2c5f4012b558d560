import { describe, expect, test } from 'vitest';
import {
  isCarriedTo,
  type MeetingActionEventKind,
  meetingActionState,
  refuseStep,
} from '@/lib/domain/meeting-action';

const events = (...kinds: MeetingActionEventKind[]) => kinds.map((kind) => ({ kind }));

test.each([
  [events(), 'open'],
  [events('done'), 'done'],
  [events('done', 'reopened'), 'open'],
  [events('withdrawn'), 'withdrawn'],
  [events('withdrawn', 'reopened', 'done'), 'done'],
] as const)('%j leaves it %s', (happened, state) => {
  expect(meetingActionState(happened)).toBe(state);
});

test.each([
  ['open', 'done', true],
  ['open', 'reopened', false],
  ['open', 'withdrawn', true],
  ['done', 'done', false],
  ['done', 'reopened', true],
  ['done', 'withdrawn', false],
  ['withdrawn', 'done', false],
  ['withdrawn', 'reopened', true],
  ['withdrawn', 'withdrawn', false],
] as const)('%s, %s: %s', (state, step, may) => {
  expect(refuseStep(state, step) === null).toBe(may);
});

describe('carried to a meeting', () => {
  const on = (day: string, kind: MeetingActionEventKind) => ({ day, kind });
  const MEETING = '2026-09-17';
  test.each([
    ['never done', [], true],
    ['done the day before', [on('2026-09-16', 'done')], false],
    ['done on the day', [on('2026-09-17', 'done')], true],
    ['done after it', [on('2026-10-01', 'done')], true],
    ['done, and reopened before', [on('2026-08-01', 'done'), on('2026-09-16', 'reopened')], true],
    [
      'done before, reopened after',
      [on('2026-08-01', 'done'), on('2026-10-01', 'reopened')],
      false,
    ],
    ['withdrawn since: it should not have been', [on('2026-10-01', 'withdrawn')], false],
  ] as const)('%s', (_, happened, carried) => {
    expect(isCarriedTo(happened, MEETING)).toBe(carried);
  });
});
