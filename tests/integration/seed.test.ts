import { describe, expect, it } from 'vitest';
import { buildAccount } from '@/seed/builders/accounts';
import { buildLocalAction, own, rate } from '@/seed/builders/register';
import { seed } from '@/seed/seed';
import { testDatabase } from '../support/database';
import { digest, emptyDatabase, staleProjections } from '../support/whole-database';

const { db } = await testDatabase();

describe('the reference content', () => {
  it('counts', async () => {
    const items = await db.item.groupBy({ by: ['kind', 'commitmentKind', 'rated'], _count: true });
    expect(
      items.map((row) => [row.commitmentKind ?? row.kind, row.rated, row._count]).sort(),
    ).toEqual([
      ['commitment', true, 20],
      ['context', false, 1],
      ['dependency', false, 1],
      ['heading', false, 4],
      ['recommendation', true, 32],
    ]);
    const groupings = await db.grouping.groupBy({ by: ['kind'], _count: true });
    expect(Object.fromEntries(groupings.map((row) => [row.kind, row._count]))).toEqual({
      theme: 14,
      key_area: 16,
      strategy_priority: 3,
      part: 4,
    });
    expect(await db.organisation.count({ where: { national: true } })).toBe(22);
    expect(await db.nationalDeadline.count()).toBe(23);
    expect(await db.person.count()).toBe(0);
    expect(await db.boardSettings.findMany()).toMatchObject([
      { version: 1, boardName: 'Drug and Alcohol Delivery Board', areas: [], illustrative: false },
    ]);
  });

  it('keeps what makes an item what it is', async () => {
    const r8 = await db.item.findUniqueOrThrow({ where: { reference: 'R8' } });
    expect(r8).toMatchObject({
      number: 1,
      wordingNumber: 1,
      lastUpdateAt: null,
      ourRole: 'contribute',
    });
    expect(r8.text.split('\n- ')).toHaveLength(4);
    const c31 = await db.item.findUniqueOrThrow({
      where: { reference: 'C3.1' },
      include: { parent: true, wordings: true, linksFrom: { include: { toItem: true } } },
    });
    expect(c31.parent?.reference).toBe('C3');
    expect(c31.wordings).toMatchObject([{ amount: '£80 million', amountPeriod: null }]);
    expect(c31.linksFrom.map((link) => [link.toItem?.reference, link.strength])).toEqual([
      ['R2', 'partial'],
      ['R15', 'partial'],
      ['R16', 'partial'],
      ['R11', 'partial'],
    ]);
    const closest = await db.link.findMany({
      where: { closestFit: true },
      include: { from: true, grouping: true },
    });
    expect(closest.map((link) => `${link.from.reference} ${link.grouping?.code}`).sort()).toEqual([
      'R17 m',
      'R18 m',
      'R19 m',
      'R27 f',
    ]);
    expect(await staleProjections(db)).toEqual([]);
  });

  it('seeding again changes nothing', async () => {
    const before = await digest(db);
    await seed({ db, now: new Date(), demo: false });
    expect(await digest(db)).toEqual(before);
  });

  it('seeding after people have worked overwrites nothing of theirs, with or without demo', async () => {
    const now = new Date();
    const officer = await buildAccount(
      { db, now },
      {
        email: 'someone@council.example.gov.uk',
        name: 'Programme officer',
        position: 'Public health',
        roles: ['officer'],
        organisationId: null,
      },
    );
    const author = { authorId: officer.id, authorVersion: 1, recordedAt: now };
    const r1 = await db.item.findUniqueOrThrow({ where: { reference: 'R1' } });
    const words = { shortTitle: 'What we call it', text: 'What we say it says' };
    await db.itemWording.create({ data: { itemId: r1.id, number: 2, ...words, ...author } });
    await db.item.update({
      where: { id: r1.id },
      data: { wordingNumber: 2, lastRecordedAt: now, ...words },
    });
    const link = await db.link.findFirstOrThrow({
      where: { fromId: r1.id, toGroupingId: { not: null } },
    });
    await db.link.create({
      data: { fromId: r1.id, toGroupingId: link.toGroupingId, removed: true, ...author },
    });
    const settings = { boardName: 'Our board', areas: ['Here'], illustrative: false };
    await db.boardSettings.create({
      data: { version: 2, dueSoonDays: 14, reviewMonths: 6, ...settings, ...author },
    });
    const theme = await db.grouping.findFirstOrThrow({ where: { kind: 'theme' } });
    await db.grouping.update({ where: { id: theme.id }, data: { name: 'Ours', version: 2 } });
    const context = { db, now, actor: officer };
    const action = await buildLocalAction(context);
    await own(context, action, {
      ownerId: officer.id,
      leadOrganisationId: undefined,
      words: undefined,
    });
    await rate(context, 'R1', {
      rag: 'green',
      headline: 'Fine',
      words: 'All is well',
      recovery: undefined,
    });

    const before = await digest(db);
    const later = new Date(now.getTime() + 60_000);
    expect(await seed({ db, now: later, demo: false })).toEqual({ demoAccounts: [] });
    expect(await seed({ db, now: later, demo: true, demoPassword: 'of another start' })).toEqual({
      demoAccounts: [],
    });
    expect(await digest(db)).toEqual(before);
  });

  it('adds only what is missing, and leaves what is there as it is', async () => {
    const other = await emptyDatabase();
    const now = new Date();
    const body = { code: 'JCP', version: 2, name: 'What the board calls it' };
    await other.organisation.create({ data: { createdAt: now, ...body } });
    await seed({ db: other, now, demo: false });
    expect(await other.organisation.count()).toBe(22);
    expect(await other.organisation.findUnique({ where: { code: 'JCP' } })).toMatchObject(body);
    expect(await other.organisationVersion.count()).toBe(21);
    expect(await other.link.count({ where: { organisation: { code: 'JCP' } } })).toBe(2);
  });
});
