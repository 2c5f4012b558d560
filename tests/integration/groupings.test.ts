import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { getChoices } from '@/lib/data/choices';
import { addGrouping, renameGrouping, restoreGrouping, retireGrouping } from '@/lib/data/groupings';
import { getGrouping, listGroupings, listObjectives } from '@/lib/data/groupings-view';
import { getItem } from '@/lib/data/item-view';
import { linkLocalAction } from '@/lib/data/local-actions';
import { getRegister } from '@/lib/data/register';
import { NotFoundError, RuleError } from '@/lib/domain/errors';
import { buildObjective } from '@/seed/builders/board';
import { buildLocalAction } from '@/seed/builders/register';
import { seed } from '@/seed/seed';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';
import { restrict } from '../support/make';
import { registerQuery } from '../support/reads';
import { digest } from '../support/whole-database';

const { db } = await testDatabase();
const { home } = await makeActors(db);
const officer = contextOf(db, home.officer);
const later = contextOf(db, home.officer, new Date('2026-11-24T10:00:00Z'));
const asAtFirst = { ...officer, now: new Date('2026-11-23T23:59:59Z'), asAt: true as const };

const sent = () => ({ submissionId: randomUUID() });
const refusal = async (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'written',
    (error: unknown) => (error instanceof RuleError ? error.fields : String(error)),
  );
const housing = () => getGrouping(officer, 'themes', 'housing');

test('a new one stands last of its kind, with a code of its own', async () => {
  const add = (kind: 'theme' | 'key_area' | 'strategy_priority' | 'objective', name: string) =>
    addGrouping(officer, { ...sent(), kind, name });
  for (const [kind, name] of [
    ['theme', 'Night-time economy'],
    ['key_area', 'Rural access'],
    ['strategy_priority', 'A fourth priority'],
    ['objective', 'Fewer deaths'],
    ['objective', 'More recovery'],
  ] as const) {
    await add(kind, name);
  }
  const all = await listGroupings(officer);
  const last = (kind: string) => all.filter((one) => one.kind === kind).at(-1)?.code;
  expect(['theme', 'key_area', 'strategy_priority', 'objective'].map(last)).toEqual([
    'night-time-economy',
    'q',
    'SP4',
    'O2',
  ]);
  expect(await refusal(add('theme', 'night-time ECONOMY'))).toEqual({
    name: 'Theme “Night-time economy” is there already',
  });
  expect(all.some(({ kind }) => (kind as string) === 'part')).toBe(false);
});

test('its name changes, its address stays, and the past keeps the old name', async () => {
  const { id, version } = await housing();
  await renameGrouping(later, id, {
    ...sent(),
    basedOn: version,
    name: 'Housing and homelessness',
    reason: 'As the partners say',
  });
  const now = await housing();
  expect(now).toMatchObject({ code: 'housing', name: 'Housing and homelessness', version: 2 });
  expect(now.history[0]).toMatchObject({
    title: 'Renamed',
    reason: 'As the partners say',
    changes: [{ label: 'Name', from: 'Housing', to: 'Housing and homelessness' }],
  });
  expect((await getGrouping(asAtFirst, 'themes', 'housing')).name).toBe('Housing');
  const themeOf = async (context: typeof officer) =>
    (await getItem(context, 'R2')).groupings.find(({ code }) => code === 'housing')?.name;
  expect(await themeOf(asAtFirst)).toBe('Housing');
  expect(await themeOf(later)).toBe('Housing and homelessness');
});

test('once retired, forms no longer offer it and what belongs to it still does', async () => {
  const { id, recommendations } = await housing();
  const action = await buildLocalAction(officer, { groupingIds: [id] });
  const offered = async () => (await getChoices(officer)).groupings.some((one) => one.id === id);
  expect(await offered()).toBe(true);
  await retireGrouping(later, id, { ...sent(), basedOn: 2, reason: 'Merged' });
  expect(await offered()).toBe(false);
  const another = { ...sent(), itemIds: [], groupingIds: [id] };
  expect(await refusal(linkLocalAction(later, await buildLocalAction(later), another))).toEqual({
    groupingIds: 'Choose from the list',
  });

  // A form that cannot name it does not unlink it.
  await linkLocalAction(later, action, { ...sent(), itemIds: [], groupingIds: [] });
  const kept = (await getItem(later, action)).groupings;
  expect(kept).toMatchObject([{ code: 'housing', retired: true }]);
  expect(await housing()).toMatchObject({ retired: true, recommendations, localActions: 1 });
  const query = registerQuery({ theme: ['housing'] });
  expect((await getRegister(later, 'local_action', query)).total).toBe(1);
  expect((await getGrouping(asAtFirst, 'themes', 'housing')).retired).toBe(false);

  const reason = { ...sent(), basedOn: 3, reason: 'Needed after all' };
  expect(await refusal(retireGrouping(later, id, reason))).toEqual({
    '': 'It is retired already',
  });
  await restoreGrouping(later, id, reason);
  expect(await offered()).toBe(true);
  expect((await housing()).history.map(({ title }) => title)).toEqual([
    'Taken up again',
    'Retired',
    'Renamed',
    'Added',
  ]);
});

test('an objective shows what is linked to it, and to nobody more than they may see', async () => {
  const id = await buildObjective(officer, 'Safer streets');
  const open = await buildLocalAction(officer, { groupingIds: [id] });
  const hidden = await buildLocalAction(officer, { groupingIds: [id] });
  await restrict(officer, hidden);
  const seen = async (context: typeof officer) => {
    const objective = (await listObjectives(context)).find((one) => one.id === id);
    return [objective?.localActions, objective?.items.map(({ reference }) => reference)];
  };
  expect(await seen(officer)).toEqual([2, [open, hidden]]);
  expect(await seen(contextOf(db, home.viewer))).toEqual([1, [open]]);
  expect(await seen(asAtFirst)).toEqual([2, [open, hidden]]);
  expect(await seen({ ...asAtFirst, now: new Date('2026-11-22T12:00:00Z') })).toEqual([
    undefined,
    undefined,
  ]);
});

test('what is no grouping is not found, the parts of the review among it', async () => {
  for (const [path, code] of [
    ['themes', 'zzz'],
    ['parts', 'part-1'],
    ['nonsense', 'housing'],
    ['themes', '\u0000'],
  ] as const) {
    await expect(getGrouping(officer, path, code)).rejects.toThrow(NotFoundError);
  }
  const part = await db.grouping.findFirstOrThrow({ where: { kind: 'part' } });
  for (const id of [part.id, randomUUID(), 'nonsense', '']) {
    const form = { ...sent(), basedOn: 1, reason: 'x', name: 'y' };
    await expect(renameGrouping(officer, id, form)).rejects.toThrow(NotFoundError);
    await expect(retireGrouping(officer, id, form)).rejects.toThrow(NotFoundError);
  }
});

test('seeding again leaves all of it as the board made it', async () => {
  const before = await digest(db);
  await seed({ db, now: new Date('2026-12-01T10:00:00Z'), demo: false });
  expect(await digest(db)).toEqual(before);
});
