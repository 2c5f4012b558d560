import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { getHistory } from '@/lib/data/history';
import { getItem } from '@/lib/data/item-view';
import { mapCommitment, mapRecommendation } from '@/lib/data/mapping';
import { addRecommendation, editRecommendation, setShortTitle } from '@/lib/data/recommendations';
import { getRegister } from '@/lib/data/register';
import { addSource, editSource } from '@/lib/data/sources';
import { getSource, listSources } from '@/lib/data/sources-view';
import { NotFoundError, RuleError } from '@/lib/domain/errors';
import { buildLocalAction, rate } from '@/seed/builders/register';
import { buildRecommendation, buildSource } from '@/seed/builders/sources';
import { seed } from '@/seed/seed';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';
import { registerQuery } from '../support/reads';
import { digest, staleProjections } from '../support/whole-database';

const { db } = await testDatabase();
const { home } = await makeActors(db);
const officer = contextOf(db, home.officer);
const later = contextOf(db, home.officer, new Date('2026-11-24T10:00:00Z'));
const asAtFirst = { ...officer, now: new Date('2026-11-23T23:59:59Z'), asAt: true as const };

const sent = () => ({ submissionId: randomUUID() });
const SOURCE = { title: 'Needs assessment', publisher: 'Public health', year: '2026', month: '03' };
const refusal = async (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'written',
    (error: unknown) => (error instanceof RuleError ? error.fields : String(error)),
  );
const idOf = async (reference: string) =>
  (await db.item.findUniqueOrThrow({ where: { reference } })).id;

describe('a source of the board’s own', () => {
  beforeAll(async () => {
    expect(await addSource(officer, { ...sent(), ...SOURCE, prefix: 'N' })).toBe('N');
    await buildSource(officer, { prefix: 'CQC', title: 'Inspection' });
  });

  test('stands after the national ones, in the order of adding', async () => {
    const sources = await listSources(officer);
    expect(sources.map(({ prefix, national }) => [prefix, national])).toEqual([
      ['R', true],
      ['C', true],
      ['N', false],
      ['CQC', false],
    ]);
    expect(sources[0]).toMatchObject({ recommendations: 32, commitments: 0 });
    expect(sources[1]).toMatchObject({ recommendations: 0, commitments: 20 });
    expect(sources[2]).toMatchObject({ published: '2026-03', recommendations: 0 });
  });

  test('has a prefix that no other has', async () => {
    expect(await refusal(addSource(officer, { ...sent(), ...SOURCE, prefix: 'N' }))).toEqual({
      prefix: 'N stands for Needs assessment: choose another prefix',
    });
  });

  test('takes recommendations with the next number, or a given one', async () => {
    expect(await buildRecommendation(officer, 'n')).toBe('N1');
    expect(await buildRecommendation(officer, 'N', { number: 10 })).toBe('N10');
    expect(await buildRecommendation(officer, 'N')).toBe('N11');
    expect(await buildRecommendation(officer, 'N', { number: 2 })).toBe('N2');
    const again = { ...sent(), number: 10, shortTitle: 'x', text: 'y', groupingIds: [] };
    expect(await refusal(addRecommendation(officer, 'N', again))).toEqual({
      number: 'There is a recommendation 10 already',
    });
    expect(await buildRecommendation(officer, 'CQC')).toBe('CQC1');
  });

  test('whose recommendations stand in the one register, source by source', async () => {
    const rows = async (query = {}, page = 1) =>
      (await getRegister(officer, 'recommendation', registerQuery({ ...query, page }))).rows.map(
        ({ reference }) => reference,
      );
    expect((await rows()).slice(-7)).toEqual(['R31', 'R32', 'N1', 'N2', 'N10', 'N11', 'CQC1']);
    expect(await rows({ source: ['N'] })).toEqual(['N1', 'N2', 'N10', 'N11']);
    const { filters } = await getRegister(officer, 'recommendation', registerQuery());
    expect(filters.source?.map(({ value, count }) => [value, count])).toEqual([
      ['R', 32],
      ['N', 4],
      ['CQC', 1],
    ]);
    const item = await getItem(officer, 'N1');
    expect(item).toMatchObject({ previous: 'R32', next: 'N2', rag: 'not_rated', ourRole: null });
    expect(item.source).toMatchObject({ prefix: 'N', national: false, published: '2026-03' });
    expect((await getItem(officer, 'CQC1')).kind).toBe('recommendation');
  });

  test('whose recommendations are rated, linked and told of like any other', async () => {
    await rate(officer, 'N1', { rag: 'green', headline: 'h', words: 'w', recovery: undefined });
    const action = await buildLocalAction(officer, { itemIds: [await idOf('N1')] });
    const item = await getItem(officer, 'N1');
    expect(item.localActions.map(({ reference }) => reference)).toEqual([action]);
    const { entries } = await getHistory(officer, 'N1', 1);
    expect(entries.map(({ title }) => title)).toEqual(['Status update posted', 'Created']);
    expect(await staleProjections(db)).toEqual([]);
  });

  test('can be put right, and tells from what to what', async () => {
    await editSource(later, 'N', {
      ...sent(),
      basedOn: 1,
      title: 'Health needs assessment',
      publisher: 'Public health',
      year: '2026',
      month: undefined,
    });
    const source = await getSource(officer, 'n');
    expect(source.items.map(({ reference }) => reference)).toEqual(['N1', 'N2', 'N10', 'N11']);
    expect(source.history[0]).toMatchObject({
      author: { name: 'home officer' },
      changes: [
        { label: 'Title', from: 'Needs assessment', to: 'Health needs assessment' },
        { label: 'Published', from: 'March 2026', to: '2026' },
      ],
    });
    const before = await getItem(asAtFirst, 'N1');
    expect(before.source?.title).toBe('Needs assessment');
    expect((await getSource(asAtFirst, 'N')).history).toHaveLength(1);
    expect((await getItem(later, 'N1')).source?.title).toBe('Health needs assessment');
  });

  test('is not there before it was added', async () => {
    const dayBefore = { ...asAtFirst, now: new Date('2026-11-22T23:59:59Z') };
    await expect(getSource(dayBefore, 'N')).rejects.toThrow(NotFoundError);
    await expect(getItem(dayBefore, 'N1')).rejects.toThrow(NotFoundError);
  });
});

test('a national source stays as it was published', async () => {
  const national = { '': 'This source is national: it stays as it was published' };
  for (const prefix of ['R', 'C']) {
    expect(await refusal(buildRecommendation(officer, prefix))).toEqual(national);
    const edit = { ...sent(), ...SOURCE, basedOn: 1 };
    expect(await refusal(editSource(officer, prefix, edit))).toEqual(national);
  }
  const words = { ...sent(), basedOn: 1, shortTitle: 'x', text: 'y', reason: 'z' };
  expect(await refusal(editRecommendation(officer, 'R8', words))).toEqual({
    '': 'The text of R8 stays word for word: only its short title can change',
  });
  expect((await getItem(officer, 'R8')).may).toMatchObject({ map: true, reword: false });
});

test('what is no source is not found', async () => {
  for (const prefix of ['Z', 'nonsense', '', "n'", '\u0000']) {
    await expect(getSource(officer, prefix)).rejects.toThrow(NotFoundError);
    await expect(buildRecommendation(officer, prefix)).rejects.toThrow(NotFoundError);
  }
});

describe('wording', () => {
  test('a short title is the board’s own, and the text stays', async () => {
    const { text, amount } = await getItem(officer, 'C3.1');
    await setShortTitle(later, 'C3.1', {
      ...sent(),
      basedOn: 1,
      shortTitle: 'Money for treatment',
      reason: 'Shorter',
    });
    const item = await getItem(later, 'C3.1');
    expect(item).toMatchObject({ shortTitle: 'Money for treatment', text, amount });
    expect(amount).not.toBeNull();
    const [entry] = (await getHistory(later, 'C3.1', 1)).entries;
    expect(entry).toMatchObject({
      reason: 'Shorter',
      changes: [{ label: 'Short title', to: 'Money for treatment' }],
    });
    expect((await getItem(asAtFirst, 'C3.1')).shortTitle).toBe(entry?.changes[0]?.from);
    await setShortTitle(later, 'C3', { ...sent(), basedOn: 1, shortTitle: 'Heading', reason: 'r' });
  });

  test('a local action’s title has its own form', async () => {
    const action = await buildLocalAction(officer);
    const form = { ...sent(), basedOn: 1, shortTitle: 'x', reason: 'y' };
    await expect(setShortTitle(officer, action, form)).rejects.toThrow(NotFoundError);
  });

  test('what was copied by hand can be put right', async () => {
    const form = { ...sent(), basedOn: 1, shortTitle: 'Open on Saturdays', reason: 'A slip' };
    await editRecommendation(later, 'N1', { ...form, text: 'They should open on Saturdays.' });
    const [entry] = (await getHistory(later, 'N1', 1)).entries;
    expect(entry?.changes).toEqual([
      {
        label: 'Description',
        from: 'Treatment services should open on Saturdays.',
        to: 'They should open on Saturdays.',
      },
    ]);
    expect((await getItem(asAtFirst, 'N1')).text).toMatch(/^Treatment services/);
  });
});

describe('mapping', () => {
  test('says what a recommendation belongs to, and leaves its bodies and part alone', async () => {
    const before = await getItem(officer, 'R8');
    const theme = await db.grouping.findFirstOrThrow({ where: { code: 'research' } });
    const keep = before.groupings.filter(({ kind }) => kind === 'key_area').map(({ id }) => id);
    await mapRecommendation(later, 'R8', { ...sent(), groupingIds: [theme.id, ...keep] });
    const after = await getItem(later, 'R8');
    const names = after.groupings.filter(({ kind }) => kind === 'theme').map(({ code }) => code);
    expect(names).toEqual(['research']);
    expect(after.groupings.filter(({ kind }) => kind === 'part')).toHaveLength(1);
    expect(after.bodies).toEqual(before.bodies);
    expect((await getItem(asAtFirst, 'R8')).groupings).toEqual(before.groupings);
    const [entry] = (await getHistory(later, 'R8', 1)).entries;
    expect(entry).toMatchObject({ title: 'Links changed', changes: [{ to: 'Research' }] });
  });

  test('says which recommendations a commitment answers, and how closely', async () => {
    const [r2, r11, r20] = [await idOf('R2'), await idOf('R11'), await idOf('R20')];
    await mapCommitment(later, 'C3.1', {
      ...sent(),
      groupingIds: [],
      answers: { [r2]: 'direct', [r11]: 'partial', [r20]: 'thematic' },
    });
    const { recommendations } = await getItem(later, 'C3.1');
    expect(recommendations.map(({ reference, strength }) => [reference, strength])).toEqual([
      ['R2', 'direct'],
      ['R11', 'partial'],
      ['R20', 'thematic'],
    ]);
    const [entry] = (await getHistory(later, 'C3.1', 1)).entries;
    const [change] = entry?.changes ?? [];
    expect(change?.from).toMatch(/R2 .*\(in part\)/);
    expect(change?.from).toMatch(/R15 .*\(in part\).*R16|R16 .*\(in part\).*R15/);
    expect(change?.to).toMatch(/R2 .*\(direct\); R20 .*\(same subject\)/);
    // What stays the same is not told.
    expect(`${change?.from} ${change?.to}`).not.toContain('R11');
    const then = await getItem(asAtFirst, 'C3.1');
    expect(then.recommendations).toHaveLength(4);
    expect(then.recommendations.every(({ strength }) => strength === 'partial')).toBe(true);
  });

  test('refuses an end of another kind', async () => {
    const [action, c2] = [await idOf(await buildLocalAction(officer)), await idOf('C2')];
    for (const id of [action, c2, randomUUID()]) {
      const form = { ...sent(), groupingIds: [], answers: { [id]: 'direct' as const } };
      expect(await refusal(mapCommitment(officer, 'C3.1', form))).toHaveProperty('itemIds');
    }
    const part = await db.grouping.findFirstOrThrow({ where: { kind: 'part' } });
    const form = { ...sent(), groupingIds: [part.id] };
    expect(await refusal(mapRecommendation(officer, 'R8', form))).toHaveProperty('groupingIds');
  });
});

test('seeding again leaves all of it as the board made it', async () => {
  const before = await digest(db);
  await seed({ db, now: new Date('2026-12-01T10:00:00Z'), demo: false });
  await seed({ db, now: new Date('2026-12-02T10:00:00Z'), demo: true, demoPassword: 'of another' });
  expect(await digest(db)).toEqual(before);
});
