import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { getHistory } from '@/lib/data/history';
import { applyImport } from '@/lib/data/imports';
import { getImport, listImports } from '@/lib/data/imports-view';
import { getItem } from '@/lib/data/item-view';
import { withdrawProposal } from '@/lib/data/proposals';
import { ConflictError, NotAllowedError, NotFoundError, RuleError } from '@/lib/domain/errors';
import type { RowWrite } from '@/lib/domain/import-model';
import { askToClose } from '@/seed/builders/decisions';
import { buildLocalAction, opened, own, rate } from '@/seed/builders/register';
import { buildRecommendation, buildSource } from '@/seed/builders/sources';
import { contextOf, makeActors, NOW } from '../support/actors';
import { testDatabase } from '../support/database';
import { importAsks, literal, previewForm, setupFor, upload } from '../support/imports';
import { close, restrict } from '../support/make';
import { digest, staleProjections } from '../support/whole-database';

const { db } = await testDatabase();
const { home, away, homeId, awayId } = await makeActors(db);
const officer = contextOf(db, home.officer);
const commissioner = contextOf(db, home.commissioner);
const other = contextOf(db, away.officer);
const failure = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => 'done',
    (error: unknown) => error,
  );
const itemOf = (reference: string) => db.item.findUniqueOrThrow({ where: { reference } });
const idOf = async (reference: string) => (await itemOf(reference)).id;

const RATED = {
  rag: 'amber',
  headline: 'Two of three sites are open',
  words: 'The third waits for its lease.',
  recovery: 'The lease is signed in May',
  nextStep: 'Ask the landlord',
} as const;
const everything = async (): Promise<Partial<RowWrite>> => ({
  wording: { shortTitle: 'Naloxone in hostels', text: 'Kits in each hostel', yourReference: '4.2' },
  ownerId: home.member.id,
  leadOrganisationId: awayId,
  dates: { due: '2027-03-31', review: null, firstDue: '2026-03-31' },
  update: RATED,
  linkIds: [await idOf('R1'), await idOf('C2')],
  proposal: { kind: 'extension', due: '2027-09-30', review: null, reason: 'The lease is late' },
  evidence: { url: 'https://www.example.org/minutes', title: 'Minutes' },
  notes: [
    { heading: 'Key progress Q1', text: 'One site', on: '2026-06-30', rag: 'red' },
    { heading: 'Comments', text: 'Ask the ICB', on: null, rag: null },
  ],
});

describe('what a row does', () => {
  test('a new local action, with all there can be', async () => {
    const id = await importAsks(commissioner, [await everything()]);
    const [row] = (await getImport(officer, id, 1)).rows;
    expect(row).toMatchObject({
      row: 1,
      state: 'new',
      done: [
        'Created',
        'Links changed',
        'Status update posted',
        'Evidence added',
        'Extension proposed',
        'Notes and past reports kept',
      ],
    });
    const item = await getItem(officer, row?.reference ?? '');
    expect(item).toMatchObject({
      shortTitle: 'Naloxone in hostels',
      text: 'Kits in each hostel',
      yourReference: '4.2',
      owner: { id: home.member.id },
      lead: { id: awayId },
      firstDueDate: '2026-03-31',
      dueDate: '2027-03-31',
      // It had moved before it came here.
      moves: 1,
      rag: 'amber',
      headline: RATED.headline,
      evidence: 'current',
    });
    expect(item.rating).toMatchObject(RATED);
    expect([...item.recommendations, ...item.commitments].map((one) => one.reference)).toEqual([
      'R1',
      'C2',
    ]);
    expect(item.proposals[0]).toMatchObject({ kind: 'extension', reason: 'The lease is late' });
    expect(item.imported).toMatchObject([
      { heading: 'Key progress Q1', statedOn: '2026-06-30', rag: 'red', row: 1 },
      { heading: 'Comments', statedOn: null, rag: null, fileName: 'action-log.xlsx' },
    ]);
    const { entries } = await getHistory(officer, item.reference, 1);
    expect(entries.map(({ through }) => through)).toEqual(
      entries.map(() => ({ importId: id, fileName: 'action-log.xlsx', row: 1 })),
    );
    expect(new Set(entries.map(({ author }) => author?.id))).toEqual(
      new Set([home.commissioner.id]),
    );
    expect(await staleProjections(db)).toEqual([]);
  });

  test('one that is known is changed, and nothing of it that is not named', async () => {
    const reference = await buildLocalAction(officer, {
      scheduling: 'due',
      due: '2027-06-30',
      itemIds: [await idOf('R3')],
      area: 'North',
    });
    const row = {
      ...(await everything()),
      reference,
      dates: { due: '2027-05-31', review: null, firstDue: null },
    };
    const id = await importAsks(officer, [row]);
    expect((await getImport(officer, id, 1)).rows).toMatchObject([
      {
        reference,
        state: 'changed',
        done: [
          'Details changed',
          'Owner assigned',
          'Dates changed',
          'Links changed',
          'Status update posted',
          'Evidence added',
          'Extension proposed',
          'Notes and past reports kept',
        ],
      },
    ]);
    const item = await getItem(officer, reference);
    expect(item).toMatchObject({ area: 'North', firstDueDate: '2027-06-30', number: 4, moves: 1 });
    expect(item.recommendations.map((one) => one.reference)).toEqual(['R1']);
    expect(await staleProjections(db)).toEqual([]);
  });

  test('the same by hand leaves the same rows', async () => {
    const [byHand, byFile] = [await buildLocalAction(officer), await buildLocalAction(officer)];
    const { nextStep: _, ...said } = RATED;
    await rate(officer, byHand, said);
    await own(officer, byHand, { ownerId: home.member.id, leadOrganisationId: undefined });
    await importAsks(officer, [
      { reference: byFile, update: { ...said, nextStep: null } },
      { reference: byFile, ownerId: home.member.id },
    ]);
    const rowsOf = async (reference: string) => {
      const { id, reference: _name, ordinal: _place, ...item } = await itemOf(reference);
      const where = { itemId: id };
      const updates = await db.statusUpdate.findMany({ where, orderBy: { number: 'asc' } });
      const events = await db.auditEvent.findMany({ where, orderBy: { seq: 'asc' } });
      return {
        item,
        updates: updates.map(({ itemId: _id, ...row }) => row),
        events: events.map(
          ({ seq: _s, itemId: _i, submissionId: _f, importId: _m, importRow: _r, ...row }) => row,
        ),
      };
    };
    expect(await rowsOf(byFile)).toEqual(await rowsOf(byHand));
  });

  test('two rows about one item come after each other', async () => {
    const reference = await buildLocalAction(officer);
    const update = (headline: string) => ({ ...RATED, headline });
    await importAsks(officer, [
      { reference, update: update('First') },
      { reference, update: update('Second') },
    ]);
    expect(await itemOf(reference)).toMatchObject({ number: 3, headline: 'Second' });
    expect(await staleProjections(db)).toEqual([]);
  });

  test('recommendations of a source of the board’s own take its next numbers', async () => {
    const prefix = await buildSource(officer, { prefix: 'NA' });
    await buildRecommendation(officer, prefix);
    const { id: sourceId } = await db.source.findUniqueOrThrow({ where: { prefix } });
    const wording = (name: string) => ({ shortTitle: name, text: 'Word for word' });
    const setup = setupFor('recommendations', sourceId);
    const rows = [
      { wording: wording('One'), ownerId: home.member.id },
      { wording: wording('Two') },
    ];
    const id = await importAsks(officer, rows, setup);
    const done = (await getImport(officer, id, 1)).rows;
    expect(done.map((one) => [one.reference, one.shortTitle, one.done])).toEqual([
      ['NA2', 'One', ['Created', 'Owner assigned']],
      ['NA3', 'Two', ['Created']],
    ]);
    expect(await failure(importAsks(commissioner, rows, setup))).toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining('Row 1'),
    });
    const national = await db.source.findUniqueOrThrow({ where: { prefix: 'R' } });
    const review = setupFor('recommendations', national.id);
    expect(await failure(importAsks(officer, rows, review))).toBeInstanceOf(RuleError);
    expect(await staleProjections(db)).toEqual([]);
  });

  test('notes change nothing of how it stands, and are not there as at a day before', async () => {
    const reference = await buildLocalAction(officer);
    const before = await getItem(officer, reference);
    const notes = [{ heading: 'Q1', text: 'Red then', on: '2026-06-30', rag: 'red' as const }];
    const later = { ...officer, now: new Date(NOW.getTime() + 86_400_000) };
    await importAsks(later, [{ reference, notes }]);
    const { imported, ...after } = await getItem(later, reference);
    expect(imported).toHaveLength(1);
    expect({ ...after, imported: [] }).toEqual(before);
    expect((await getItem({ ...officer, asAt: true }, reference)).imported).toEqual([]);
  });
});

describe('who may', () => {
  test.each(['viewer', 'member', 'administrator'] as const)(
    'a %s imports nothing',
    async (role) => {
      const before = await digest(db);
      const context = contextOf(db, home[role]);
      expect(await failure(upload(context, [{}]))).toBeInstanceOf(NotAllowedError);
      expect(await digest(db)).toEqual(before);
    },
  );

  test('each row is asked about: a commissioner rates local actions, and what they own', async () => {
    const setup = setupFor('status_updates');
    await own(officer, 'R7', { ownerId: home.commissioner.id, leadOrganisationId: undefined });
    await importAsks(commissioner, [{ reference: 'R7', update: RATED }], setup);
    const mine = await buildLocalAction(officer);
    const rows = [
      { reference: mine, update: RATED },
      { reference: 'R8', update: RATED },
    ];
    const id = await upload(commissioner, rows, setup);
    const form = await previewForm(commissioner, id);
    const before = await digest(db);
    const refused = await failure(applyImport(commissioner, form, literal));
    expect(refused).toBeInstanceOf(NotAllowedError);
    expect(String(refused)).toContain('Row 2, R8');
    // Nothing half saved: not the first row either, and the upload waits.
    expect(await digest(db)).toEqual(before);
    await applyImport(commissioner, { ...form, rows: [0] }, literal);
    expect((await itemOf(mine)).rag).toBe('amber');
  });

  test('somebody else’s upload is not found, nor one that has expired, nor nonsense', async () => {
    const id = await upload(officer, [await everything()]);
    const form = await previewForm(officer, id);
    expect(await failure(applyImport(other, form, literal))).toBeInstanceOf(NotFoundError);
    const tomorrow = { ...officer, now: new Date(NOW.getTime() + 86_400_000) };
    expect(await failure(applyImport(tomorrow, form, literal))).toBeInstanceOf(NotFoundError);
    for (const uploadId of [randomUUID(), 'nonsense']) {
      const strange = { ...form, uploadId };
      expect(await failure(applyImport(officer, strange, literal))).toBeInstanceOf(NotFoundError);
    }
  });

  test('what they may not see is unknown to them, and the list does not tell', async () => {
    const secret = await buildLocalAction(other, { shortTitle: 'Zyx' });
    await restrict(other, secret, [homeId]);
    const open = await buildLocalAction(officer);
    const rows = [
      { reference: secret, update: RATED },
      { reference: open, update: RATED },
    ];
    const unknown = await upload(officer, [{ reference: 'A9999', update: RATED }, rows[1] ?? {}]);
    const form = await previewForm(officer, await upload(officer, rows));
    expect(form.rows).toEqual([1]);
    expect((await previewForm(officer, unknown)).rows).toEqual([1]);
    expect(await failure(applyImport(officer, { ...form, rows: [0] }, literal))).toBeInstanceOf(
      RuleError,
    );
    const both = await importAsks(other, rows);
    const alone = await importAsks(other, [{ reference: secret, ownerId: away.member.id }]);
    expect((await getImport(other, both, 1)).rows.map((one) => one.reference)).toEqual([
      secret,
      open,
    ]);
    const seen = await getImport(officer, both, 1);
    expect(seen.counts).toEqual({ new: 0, changed: 1, stale: 0 });
    expect(seen.rows.map((one) => [one.row, one.reference])).toEqual([[2, open]]);
    expect(await failure(getImport(officer, alone, 1))).toBeInstanceOf(NotFoundError);
    const listed = async (context: typeof officer) =>
      (await listImports(context, 1)).imports.map(({ id }) => id);
    expect(await listed(other)).toContain(alone);
    expect(await listed(officer)).not.toContain(alone);
  });
});

describe('what the rules refuse, refuses the whole file and names the row', () => {
  const open = () => buildLocalAction(officer, { scheduling: 'due', due: '2027-06-30' });
  const good = async () => ({ reference: await open(), update: RATED });
  const date = (due: string) => ({ dates: { due, review: null, firstDue: null } });
  const extension = (due: string) => ({
    proposal: { kind: 'extension' as const, due, review: null, reason: 'Late' },
  });
  const closed = async () => {
    const reference = await open();
    await close(officer, reference, 'superseded', '2026-11-20');
    return reference;
  };
  const waiting = async () => {
    const reference = await open();
    await askToClose(officer, reference, { outcome: 'superseded', reason: 'Another does it' });
    return reference;
  };

  test.each<[string, () => Promise<Partial<RowWrite>>, RegExp]>([
    [
      'a later date',
      async () => ({ reference: await open(), ...date('2028-01-01') }),
      /needs the board’s agreement/,
    ],
    [
      'the date it has',
      async () => ({ reference: await open(), ...date('2027-06-30') }),
      /its date already/,
    ],
    [
      'an extension to a day before',
      async () => ({ reference: await open(), ...extension('2027-06-01') }),
      /to a later day/,
    ],
    [
      'a second proposal',
      async () => ({ reference: await waiting(), ...extension('2028-01-01') }),
      /one proposal waits at a time/,
    ],
    [
      'an update of what is closed',
      async () => ({ reference: await closed(), update: RATED }),
      /is closed/,
    ],
    [
      'Amber without what brings it back',
      async () => ({ reference: await open(), update: { ...RATED, recovery: ' ' } }),
      /bring it back/,
    ],
    [
      'a headline that is too long',
      async () => ({ reference: await open(), update: { ...RATED, headline: 'x'.repeat(201) } }),
      /200 characters or fewer/,
    ],
    [
      'an owner who is not there',
      async () => ({ reference: await open(), ownerId: randomUUID() }),
      /Choose an owner/,
    ],
    [
      'an address that is none',
      async () => ({
        reference: await open(),
        evidence: { url: 'javascript:alert(1)', title: 'Minutes' },
      }),
      /web address/,
    ],
    ['a new one without words', async () => ({ wording: { shortTitle: 'A' } }), /a text/],
    [
      'dates of a recommendation',
      async () => ({ reference: 'R1', ...date('2027-01-01') }),
      /dates/,
    ],
    [
      'a recommendation of the review in other words',
      async () => ({ reference: 'R1', wording: { text: 'Other words' } }),
      /word for word/,
    ],
    [
      'a link to itself',
      async () => {
        const reference = await open();
        return { reference, linkIds: [await idOf(reference)] };
      },
      /linked/,
    ],
    [
      'a day finished that is yet to come',
      async () => ({
        reference: await open(),
        proposal: { kind: 'closure', finishedOn: '2030-01-01', reason: 'Done' },
      }),
      /in the past/,
    ],
  ])('%s', async (_, row, says) => {
    const id = await upload(officer, [await good(), await row()], setupFor('status_updates'));
    const form = await previewForm(officer, id);
    const before = await digest(db);
    const refused = await failure(applyImport(officer, form, literal));
    expect(refused).toBeInstanceOf(RuleError);
    expect(String(refused)).toMatch(says);
    expect(String(refused)).toContain('Row 2');
    expect(await digest(db)).toEqual(before);
  });

  test('no row at all', async () => {
    const form = await previewForm(officer, await upload(officer, [await good()]));
    expect(await failure(applyImport(officer, { ...form, rows: [] }, literal))).toBeInstanceOf(
      RuleError,
    );
  });
});

describe('two at once', () => {
  test('where the register has moved since the preview, all of it is refused, with what it was', async () => {
    const reference = await buildLocalAction(officer);
    const rows = [{ reference, number: 1, update: RATED }, await everything()];
    const form = await previewForm(officer, await upload(officer, rows));
    await rate(other, reference, { ...RATED, headline: 'I was quicker' });
    const before = await digest(db);
    const refused = await failure(applyImport(officer, form, literal));
    expect(refused).toBeInstanceOf(ConflictError);
    expect((refused as ConflictError).changes).toMatchObject([
      { who: 'away officer', what: `${reference}: Status update posted` },
      { what: `${reference}: Created` },
    ]);
    expect(await digest(db)).toEqual(before);
    // Looked at again, it is stale, and can be taken over on purpose.
    await applyImport(officer, await previewForm(officer, form.uploadId), literal);
    expect(await itemOf(reference)).toMatchObject({ number: 3, headline: RATED.headline });
  });

  test('a form of an older setup is refused', async () => {
    const form = await previewForm(officer, await upload(officer, [await everything()]));
    const refused = await failure(applyImport(officer, { ...form, basedOn: 0 }, literal));
    expect(refused).toMatchObject({ name: 'ConflictError', number: 1 });
  });

  test('a double click applies once', async () => {
    const form = await previewForm(officer, await upload(officer, [await everything()]));
    const before = await db.item.count();
    const [one, two] = await Promise.all([
      applyImport(officer, form, literal),
      applyImport(officer, form, literal),
    ]);
    expect(two).toBe(one);
    expect(await db.item.count()).toBe(before + 1);
    const again = await failure(
      applyImport(officer, { ...form, submissionId: randomUUID() }, literal),
    );
    expect(again).toBeInstanceOf(RuleError);
    expect(await db.item.count()).toBe(before + 1);
  });

  test('two people who import at once lose nothing', async () => {
    const shared = await buildLocalAction(officer);
    const rows = async (name: string) => [
      ...Array.from({ length: 40 }, (_, index) => ({
        wording: { shortTitle: `${name} ${index}`, text: 'Words' },
        update: RATED,
      })),
      { reference: shared, number: 1, update: { ...RATED, headline: name } },
    ];
    const forms = [
      await previewForm(officer, await upload(officer, await rows('First'))),
      await previewForm(other, await upload(other, await rows('Second'))),
    ] as const;
    const settled = await Promise.allSettled([
      applyImport(officer, forms[0], literal),
      applyImport(other, forms[1], literal),
    ]);
    // One of them finds that the register has moved on, and is told so.
    const lost = settled.findIndex(({ status }) => status === 'rejected');
    expect(settled.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { name: 'ConflictError' } },
    ]);
    const [context, form] = lost === 0 ? [officer, forms[0]] : [other, forms[1]];
    await applyImport(context, await previewForm(context, form.uploadId), literal);
    for (const name of ['First', 'Second']) {
      expect(await db.item.count({ where: { shortTitle: { startsWith: `${name} ` } } })).toBe(40);
    }
    const updates = await db.statusUpdate.findMany({
      where: { item: { reference: shared }, kind: 'rag' },
    });
    expect(updates.map(({ headline }) => headline).sort()).toEqual(['First', 'Second']);
    expect(await staleProjections(db)).toEqual([]);
  });

  test('a form by hand at the same time waits its turn', async () => {
    const references = await Promise.all([1, 2, 3].map(() => buildLocalAction(officer)));
    const rows = references.map((reference) => ({ reference, update: RATED }));
    const form = await previewForm(officer, await upload(officer, rows));
    await Promise.all([
      applyImport(officer, form, literal),
      ...references.map((reference) =>
        failure(own(other, reference, { ownerId: home.member.id, leadOrganisationId: undefined })),
      ),
      buildLocalAction(other, { itemIds: [await idOf('R1')] }),
    ]);
    for (const reference of references) expect((await itemOf(reference)).rag).toBe('amber');
    expect(await staleProjections(db)).toEqual([]);
  });
});

test('a proposal may follow one that was withdrawn', async () => {
  const reference = await buildLocalAction(officer, { scheduling: 'due', due: '2027-06-30' });
  await askToClose(officer, reference, { outcome: 'superseded', reason: 'Another does it' });
  await withdrawProposal(officer, reference, { ...opened(), proposal: 1, reason: 'It does not' });
  const proposal = {
    kind: 'extension' as const,
    due: '2028-01-01',
    review: null,
    reason: 'The lease is late',
  };
  await importAsks(officer, [{ reference, proposal }]);
  expect((await getItem(officer, reference)).proposals[0]).toMatchObject({ number: 2 });
});

test('its cells are gone once it is applied, and it can no longer be set up', async () => {
  const form = await previewForm(officer, await upload(officer, [await everything()]));
  await applyImport(officer, form, literal);
  expect(await db.importUploadChunk.count({ where: { uploadId: form.uploadId } })).toBe(0);
});
