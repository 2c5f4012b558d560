import { describe, expect, test } from 'vitest';
import { EVENT_TITLES } from '@/lib/domain/event-kinds';
import { keyWords, NOTICE_KEYS } from '@/lib/domain/notice-keys';
import type { Told, ToldItem } from '@/lib/domain/notice-told';
import { NEVER_TOLD, noticeOf, principalKind, TOLD_KINDS } from '@/lib/domain/notices';
import { type PersonActor, ROLES, type Role } from '@/lib/domain/permissions';

const actor = (...roles: Role[]): PersonActor => ({
  kind: 'person',
  id: 'me',
  version: 1,
  name: 'Anna Smith',
  roles,
  organisationId: null,
});
const everybody = actor(...ROLES);

const OWNER = { id: 'sam', name: 'Sam Hill', position: 'Director of public health' };
const ITEM: ToldItem = {
  reference: 'A12',
  kind: 'local_action',
  shortTitle: 'Book a room',
  rated: true,
  lifecycle: 'open',
  outcome: null,
  rag: 'amber',
  ourRole: null,
  ownerId: OWNER.id,
  owner: OWNER,
  dueDate: '2027-03-31',
  reviewDate: null,
};
const MEETING = { slug: '2026-12-03', date: '2026-12-03' };
const TOLD: Told = {
  kind: '',
  tally: { events: {}, items: {} },
  item: null,
  evidence: null,
  meeting: null,
  action: null,
  decision: null,
  proposal: null,
  issue: null,
  person: null,
  organisation: null,
  source: null,
  grouping: null,
  imported: null,
  fields: [],
  challenges: 0,
};
const told = (kind: string, about: Partial<Told> = {}, by = everybody) =>
  noticeOf({ ...TOLD, ...about, kind }, by);

test('each kind of event is told, or is said never to be', () => {
  expect([...TOLD_KINDS, ...NEVER_TOLD].sort()).toEqual(Object.keys(EVENT_TITLES).sort());
  for (const kind of NEVER_TOLD) expect(told(kind, { item: ITEM })).toBeNull();
});

describe('what is said', () => {
  test.each<[string, Partial<Told>, string]>([
    ['update.owner', { item: ITEM }, 'Owner of A12 is now Sam Hill, Director of public health'],
    ['update.rag', { item: ITEM }, 'A12 is now Amber. Status update posted'],
    ['update.no_change', { item: ITEM }, 'No change reported for A12. It stays Amber'],
    ['update.dates', { item: ITEM }, 'A12 is due 31 March 2027'],
    [
      'update.dates',
      { item: { ...ITEM, dueDate: null, reviewDate: '2027-06-01' } },
      'A12 is ongoing, to be reviewed on 1 June 2027',
    ],
    [
      'update.our_role',
      { item: { ...ITEM, reference: 'R3', ourRole: 'deliver' } },
      'Our role in R3 is now Deliver',
    ],
    [
      'update.our_role',
      { item: ITEM, tally: { events: { update: 9 }, items: { update: 7 } } },
      '7 recommendations saved',
    ],
    ['item.created', { item: ITEM }, 'A12 created: Book a room'],
    ['evidence.added', { item: ITEM, evidence: 'Minutes' }, 'Evidence added to A12: Minutes'],
    [
      'question.asked',
      { item: ITEM, meeting: MEETING },
      'Question about A12 asked for the meeting of 3 December 2026',
    ],
    [
      'proposal.extension',
      { item: ITEM, proposal: { dueDate: '2027-06-30', outcome: null } },
      'Extension to 30 June 2027 of A12 proposed. The board decides',
    ],
    [
      'proposal.closure',
      { item: ITEM, proposal: { dueDate: null, outcome: 'complete' } },
      'Closure (Complete) of A12 proposed. The board decides',
    ],
    [
      'decision.agreed',
      { item: ITEM, meeting: MEETING, decision: { result: 'agreed', underDelegation: false } },
      'Decision on A12 recorded: agreed',
    ],
    [
      'decision.agreed',
      {
        item: { ...ITEM, lifecycle: 'closed', outcome: 'complete' },
        decision: { result: 'agreed', underDelegation: true },
      },
      'Decision on A12 recorded: agreed. A12 is closed: Complete',
    ],
    [
      'decision.refused',
      {
        item: ITEM,
        meeting: MEETING,
        decision: { result: 'refused', underDelegation: false },
        tally: { events: { decision: 3 }, items: {} },
      },
      '3 decisions of the meeting of 3 December 2026 recorded',
    ],
    [
      'meeting.added',
      { meeting: MEETING, tally: { events: { meeting: 4 }, items: {} } },
      '4 meetings added',
    ],
    ['meeting.added', { meeting: MEETING }, 'Meeting of 3 December 2026 added'],
    [
      'meeting_action.opened',
      { meeting: MEETING, action: { number: 2, owner: OWNER, due: '2027-01-05' } },
      'Action 2 of the meeting of 3 December 2026 opened for Sam Hill (Director of public health), due 5 January 2027',
    ],
    [
      'import.applied',
      { imported: { fileName: 'log.xlsx', rows: 1200, kinds: ['local_action'] } },
      '1,200 rows imported from log.xlsx',
    ],
    [
      'person.handed_over',
      { person: OWNER, tally: { events: { meeting_action: 2 }, items: { update: 3 } } },
      'Handed over from Sam Hill: 3 items and 1 meeting action',
    ],
    [
      'paper.issued',
      { meeting: MEETING, issue: { kind: 'paper', version: 1 } },
      'Version 1 of the paper for the meeting of 3 December 2026 issued. Its words and files are frozen',
    ],
    ['settings.changed', { fields: ['boardName'] }, 'Settings saved: Name of the board'],
    [
      'wording.changed',
      { item: ITEM, fields: ['shortTitle'] },
      'Short title of A12 is now: Book a room',
    ],
    ['wording.changed', { item: ITEM, fields: ['shortTitle', 'text'] }, 'Details of A12 saved'],
    // Nothing of the name is repeated.
    ['person.erased', { person: OWNER }, 'Name erased'],
  ])('%s %#', (kind, about, expected) => {
    expect(told(kind, about)?.title).toBe(expected);
  });
});

describe('what people usually do next', () => {
  const next = (kind: string, about: Partial<Told>, by?: PersonActor) =>
    told(kind, about, by)?.next;

  test.each<[string, Partial<Told>, string]>([
    ['update.owner', { item: ITEM }, '/local-actions/a12/update'],
    ['update.rag', { item: ITEM }, '/local-actions/a12/evidence/link'],
    ['evidence.added', { item: ITEM }, '/local-actions/a12/update'],
    ['item.created', { item: { ...ITEM, ownerId: null } }, '/local-actions/a12/owner'],
    ['item.created', { item: { ...ITEM, dueDate: null } }, '/local-actions/a12/dates'],
    [
      'decision.agreed',
      { meeting: MEETING, decision: { result: 'agreed', underDelegation: false } },
      '/meetings/2026-12-03/decisions#awaiting',
    ],
    ['person.deactivated', { person: OWNER }, '/people/sam/hand-over'],
  ])('%s leads to it', (kind, about, href) => {
    expect(next(kind, about)?.href).toBe(href);
  });

  test('nobody is led to what they may not do', () => {
    expect(next('update.rag', { item: ITEM }, actor('viewer'))).toBeUndefined();
    expect(next('update.rag', { item: { ...ITEM, lifecycle: 'closed' } })).toBeUndefined();
    expect(next('update.rag', { item: { ...ITEM, rated: false } })).toBeUndefined();
    expect(next('item.created', { item: { ...ITEM, ownerId: null } }, actor('administrator'))).toBe(
      undefined,
    );
    expect(next('paper.cleared', { meeting: MEETING }, actor('commissioner'))).toBeUndefined();
  });
});

test('of several events, the one that the form was about tells of them', () => {
  const first = (...kinds: string[]) => principalKind(kinds.map((kind) => ({ kind })))?.kind;
  expect(first('update.closure', 'decision.agreed')).toBe('decision.agreed');
  expect(first('update.owner', 'meeting_action.opened', 'person.handed_over')).toBe(
    'person.handed_over',
  );
  expect(first('update.withdrawal', 'proposal.withdrawn')).toBe('update.withdrawal');
  expect(first('item.created', 'links.changed')).toBe('item.created');
  expect(first('import.applied', 'item.created')).toBe('import.applied');
  expect(first('links.changed')).toBe('links.changed');
  expect(first()).toBeUndefined();
});

test('a key has words, and no other text has', () => {
  for (const key of NOTICE_KEYS) expect(keyWords(key)).toMatch(/\w/);
  for (const key of ['constructor', '__proto__', 'x', '']) expect(keyWords(key)).toBeUndefined();
});
