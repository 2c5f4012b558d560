import { describe, expect, test } from 'vitest';
import { addReading, editLocalAction } from '@/lib/data/local-actions';
import { addOrganisation } from '@/lib/data/people';
import { restrictEvidence, restrictItem } from '@/lib/data/restrictions';
import { ConflictError, RuleError } from '@/lib/domain/errors';
import { buildAccount } from '@/seed/builders/accounts';
import { buildLocalAction, declare, formOn, opened } from '@/seed/builders/register';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';
import { makeEvidence, restriction } from '../support/make';

const { db } = await testDatabase();
const { home, homeId, awayId } = await makeActors(db);
const officer = contextOf(db, home.officer);
const thirdId = await addOrganisation(contextOf(db), { name: 'A third body', ...opened() });
const TOMORROW = '2026-11-24';
const TODAY = '2026-11-23';

const refusal = async (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'written',
    (error: unknown) => (error instanceof RuleError ? error.fields : error),
  );

describe('a restriction', () => {
  test('is not put on from which nobody could release it', async () => {
    const reference = await buildLocalAction(officer);
    const evidenceId = await makeEvidence(officer, reference);
    for (const hide of [
      (by: typeof officer, from: string[]) => restrictItem(by, reference, restriction(from)),
      (by: typeof officer, from: string[]) => restrictEvidence(by, evidenceId, restriction(from)),
    ]) {
      expect(await refusal(hide(officer, [homeId]))).toEqual({
        hiddenFrom: 'You could not see it any more: leave out your own organisation',
      });
      const third = contextOf(db, { ...home.officer, organisationId: thirdId });
      expect(await refusal(hide(third, [homeId, awayId]))).toEqual({
        hiddenFrom: 'Nobody who could release it would see it any more: leave an organisation out',
      });
      expect(await refusal(hide(officer, [awayId]))).toBe('written');
    }
  });

  test('is not put on by somebody of no organisation, who would be shut out too', async () => {
    const unplaced = contextOf(db, { ...home.officer, organisationId: null });
    const reference = await buildLocalAction(officer);
    expect(await refusal(restrictItem(unplaced, reference, restriction([awayId])))).toEqual({
      hiddenFrom:
        'You belong to no organisation, so you could not see it any more: ask an administrator to enter yours',
    });
  });

  test('may be, once somebody elsewhere is left who could release it', async () => {
    const account = {
      email: 'chair@independent.example',
      name: 'Independent chair',
      position: 'Chair',
      roles: ['administrator'] as const,
      organisationId: thirdId,
    };
    const chair = await buildAccount({ db, now: officer.now }, account);
    const reference = await buildLocalAction(officer);
    const hide = restrictItem(contextOf(db, chair), reference, restriction([homeId, awayId]));
    expect(await refusal(hide)).toBe('written');
  });
});

describe('dates that cannot be', () => {
  test('a reading of tomorrow', async () => {
    const reference = await buildLocalAction(officer);
    const read = (readOn: string) =>
      addReading(officer, reference, { ...opened(), readOn, value: '12 days' });
    expect(await refusal(read(TOMORROW))).toEqual({
      readOn: 'The date of the reading must be today or in the past',
    });
    expect(await refusal(read(TODAY))).toBe('written');
  });

  test.each(['our_response', 'national_position'] as const)(
    'a statement of tomorrow: %s',
    async (kind) => {
      const state = (statedOn: string) => declare(officer, 'R3', kind, { words: 'w', statedOn });
      expect(await refusal(state(TOMORROW))).toEqual({
        statedOn: 'The date must be today or in the past',
      });
      expect(await refusal(state(TODAY))).toBe('written');
    },
  );

  test('a start after the day it is due', async () => {
    const reference = await buildLocalAction(officer, { scheduling: 'due', due: '2027-05-31' });
    const edit = async (start: string) => {
      const form = await formOn(officer, reference);
      const { wordingNumber: basedOn } = await db.item.findUniqueOrThrow({ where: { reference } });
      return editLocalAction(officer, reference, {
        ...form,
        basedOn,
        shortTitle: 'x',
        text: 'y',
        start,
      });
    };
    expect(await refusal(edit('2027-06-01'))).toEqual({
      start: 'It is due on 31 May 2027: it must start on that day or before',
    });
    expect(await refusal(edit('2027-05-31'))).toBe('written');
  });
});

test('a conflict over details tells what changed, and nothing else', async () => {
  const reference = await buildLocalAction(officer, { area: 'North', target: '20' });
  const same = { shortTitle: 'Title', text: 'Text', area: 'North', target: '20' };
  const edit = (basedOn: number, more: object) =>
    editLocalAction(officer, reference, { ...opened(), ...same, basedOn, ...more });
  await edit(1, {});
  await edit(2, { start: '2027-01-04', target: undefined });
  const error = await refusal(edit(2, { area: 'South' }));
  expect(error).toBeInstanceOf(ConflictError);
  expect((error as ConflictError).changes[0]?.details).toEqual([
    { label: 'Start date', value: '4 January 2027' },
    { label: 'Target', value: 'None' },
  ]);
});

test('a short name belongs to one organisation', async () => {
  const add = (name: string) =>
    addOrganisation(officer, { ...opened(), name, shortName: name.slice(0, 3) });
  await add('FDC One');
  expect(await refusal(add('fdc Two'))).toEqual({
    shortName: 'FDC One has this short name already',
  });
});
