import { describe, expect, test } from 'vitest';
import { type Flag, flagsOf, type Movement, movementOf, type Side } from '@/lib/domain/movement';
import { matchesMovement, movementAddress, movementQuerySchema } from '@/lib/domain/movement-view';

const OPEN: Side = {
  rag: 'amber',
  lifecycle: 'open',
  outcome: null,
  dueDate: '2027-06-30',
  firstDueDate: '2027-03-31',
  ownerId: 'a',
};
const rated = (rag: Side['rag']): Side => ({ ...OPEN, rag });
const complete: Side = { ...OPEN, rag: 'blue', lifecycle: 'closed', outcome: 'complete' };
const merged: Side = { ...OPEN, lifecycle: 'closed', outcome: 'merged' };
const withdrawn: Side = { ...OPEN, lifecycle: 'withdrawn' };

describe('which way it moved', () => {
  test.each<[Movement | null, string, Side | null, Side]>([
    ['new', 'was not there', null, OPEN],
    ['new', 'was not there, and nobody has rated it', null, rated('not_rated')],
    ['completed', 'was not there, and is complete already', null, complete],
    ['closed_otherwise', 'was not there, and is closed already', null, merged],
    ['completed', 'from Amber to complete', OPEN, complete],
    ['closed_otherwise', 'from Red to merged', rated('red'), merged],
    ['completed', 'closed otherwise, then as complete', merged, complete],
    ['closed_otherwise', 'complete, then closed otherwise', complete, merged],
    ['unchanged', 'complete before and after', complete, complete],
    ['unchanged', 'closed before and after, another rating', { ...merged, rag: 'red' }, merged],
    ['reopened', 'complete, and open again', complete, rated('red')],
    ['reopened', 'merged, and open again with the same rating', merged, OPEN],
    ['improved', 'Red to Amber', rated('red'), rated('amber')],
    ['improved', 'Amber to Green', rated('amber'), rated('green')],
    ['improved', 'Red to Green', rated('red'), rated('green')],
    ['worsened', 'Green to Amber', rated('green'), rated('amber')],
    ['worsened', 'Amber to Red', rated('amber'), rated('red')],
    ['newly_rated', 'Not rated to Red', rated('not_rated'), rated('red')],
    ['newly_rated', 'Not rated to Green', rated('not_rated'), rated('green')],
    ['unchanged', 'Amber both times', OPEN, OPEN],
    ['unchanged', 'Not rated both times', rated('not_rated'), rated('not_rated')],
    [null, 'withdrawn', OPEN, withdrawn],
    [null, 'withdrawn before it was ever seen', null, withdrawn],
  ])('%s: %s', (movement, _, before, after) => {
    expect(movementOf(before, after)).toBe(movement);
  });
});

describe('what else happened', () => {
  const quiet = { evidenceAdded: false, updated: false };
  const due = (dueDate: Side['dueDate']): Side => ({ ...OPEN, dueDate });

  test.each<[Flag[], string, Side | null, Side, typeof quiet]>([
    [['no_movement'], 'nothing at all', OPEN, OPEN, quiet],
    [[], 'an update that changed nothing', OPEN, OPEN, { ...quiet, updated: true }],
    [['extended'], 'a later due date', OPEN, due('2027-07-01'), quiet],
    [['no_movement'], 'the same due date', OPEN, due('2027-06-30'), quiet],
    [['no_movement'], 'a date brought forward', OPEN, due('2027-06-29'), quiet],
    [['extended'], 'a due date that was given up', OPEN, due(null), quiet],
    [['no_movement'], 'a first due date', due(null), OPEN, quiet],
    [
      ['no_movement'],
      'a first date that was mistyped',
      OPEN,
      { ...OPEN, dueDate: '2027-09-30', firstDueDate: '2027-09-30' },
      quiet,
    ],
    [['owner_changed'], 'another owner', OPEN, { ...OPEN, ownerId: 'b' }, quiet],
    [['owner_changed'], 'a first owner', { ...OPEN, ownerId: null }, OPEN, quiet],
    [['evidence_added'], 'evidence', OPEN, OPEN, { ...quiet, evidenceAdded: true }],
    [[], 'a better rating, and nothing else', rated('red'), OPEN, quiet],
    [[], 'closed, whatever its date', OPEN, { ...complete, dueDate: '2027-12-01' }, quiet],
    [
      ['extended', 'owner_changed', 'evidence_added'],
      'all of it',
      OPEN,
      { ...due('2028-01-01'), ownerId: 'b' },
      { evidenceAdded: true, updated: true },
    ],
    [[], 'it is new', null, OPEN, quiet],
  ])('%j: %s', (flags, _, before, after, between) => {
    const movement = movementOf(before, after);
    if (!movement) throw new Error('it moved');
    expect(flagsOf(movement, before, after, between)).toEqual(flags);
  });
});

describe('what an address asks for', () => {
  const row = { kind: 'local_action', movement: 'improved', flags: ['extended'] } as const;
  const asks = (search: Record<string, unknown>) =>
    matchesMovement({ ...row, flags: [...row.flags] }, movementQuerySchema.parse(search));

  test.each([
    [true, {}],
    [true, { kind: 'local_action' }],
    [true, { kind: ['commitment', 'local_action'] }],
    [false, { kind: 'commitment' }],
    [true, { movement: ['improved', 'new'], flag: 'extended' }],
    [false, { movement: 'improved', flag: 'owner_changed' }],
    // Nonsense is left out.
    [true, { movement: 'sideways', kind: ['x'] }],
  ])('%s for %j', (found, search) => {
    expect(asks(search)).toBe(found);
  });

  test('is written shortly, and read back', () => {
    const query = movementQuerySchema.parse({ kind: 'commitment', movement: ['new', 'worsened'] });
    const address = movementAddress('/x', { from: 'meeting:2026-09-17', to: '' }, query);
    expect(address).toBe(
      '/x?from=meeting%3A2026-09-17&kind=commitment&movement=worsened&movement=new',
    );
    expect(movementAddress('/x', { from: '', to: '' })).toBe('/x');
  });
});
