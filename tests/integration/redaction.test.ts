import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEvidenceFile } from '@/lib/data/evidence';
import { getEvidence } from '@/lib/data/evidence-view';
import { getHistory } from '@/lib/data/history';
import { deleteExpiredUploads } from '@/lib/data/import-uploads';
import { getItem } from '@/lib/data/item-view';
import { addReading, editLocalAction } from '@/lib/data/local-actions';
import { listMeetingRedactables } from '@/lib/data/meeting-redactables';
import { editMeeting } from '@/lib/data/meetings';
import { getMeeting } from '@/lib/data/meetings-view';
import { answerQuestion, askQuestion } from '@/lib/data/questions';
import { agreeRedaction, declineRedaction, requestRedaction } from '@/lib/data/redactions';
import { getRedactable, getRedaction, listRedactions } from '@/lib/data/redactions-view';
import { GoneError, NotAllowedError, NotFoundError, RuleError } from '@/lib/domain/errors';
import { COPIED_TO, parseSubject, REDACTABLE, type RedactionSubject } from '@/lib/domain/redaction';
import { buildAccount } from '@/seed/builders/accounts';
import { buildMeeting, buildObjective } from '@/seed/builders/board';
import { attend, buildDoneAction, buildMinutes, seat } from '@/seed/builders/meeting-records';
import { buildLocalAction, declare, keepRating, opened, rate } from '@/seed/builders/register';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';
import { importAsks } from '../support/imports';
import { hideEvidence, makeEvidence, makeFile, restrict, withdraw } from '../support/make';
import { findWords, rowsOf, staleProjections } from '../support/whole-database';

const { db, url } = await testDatabase();
const { home, away, homeId } = await makeActors(db);
const both = await buildAccount(contextOf(db), {
  email: 'both@home.example',
  name: 'Somebody with both roles',
  position: 'Officer',
  roles: ['officer', 'administrator'],
  organisationId: homeId,
});
const [officer, administrator] = [contextOf(db, home.officer), contextOf(db, home.administrator)];
const LATER = new Date('2026-12-03T10:00:00Z');
const later = (actor = home.administrator) => contextOf(db, actor, LATER);
const TOMBSTONE = 'Redacted on 3 December 2026';

const submissionId = () => randomUUID();
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const agreed = () => ({ submissionId: submissionId(), understood: 'yes' as const });

const ask = (subject: RedactionSubject, columns: string[], context = officer, reason = 'A name') =>
  requestRedaction(context, { submissionId: submissionId(), subject, columns, reason });
const redact = async (subject: RedactionSubject, columns: string[]) => {
  const id = await ask(subject, columns);
  await agreeRedaction(later(), id, agreed());
  return id;
};
const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => error,
  );
const idOf = async (reference: string) =>
  (await db.item.findUniqueOrThrow({ where: { reference } })).id;
const update = async (reference: string, number: number): Promise<RedactionSubject> => ({
  table: 'StatusUpdate',
  key: { itemId: await idOf(reference), number },
});

/** An item with a rating (row 2) that holds a name nobody should have typed. */
async function named(canary: string): Promise<string> {
  const reference = await buildLocalAction(contextOf(db));
  await rate(officer, reference, {
    rag: 'amber',
    headline: `${canary} has moved in`,
    words: `We found ${canary} a flat.`,
    recovery: `A worker for ${canary}`,
  });
  // The headline is carried over to this row.
  await keepRating(officer, reference, { nextStep: 'A second visit' });
  return reference;
}

describe('two people', () => {
  test.each([
    ['an officer asks, an administrator agrees', home.officer, home.administrator, 'done'],
    ['an administrator asks, an officer agrees', home.administrator, home.officer, 'done'],
    ['somebody with both roles asks, an officer agrees', both, home.officer, 'done'],
    ['an officer asks, somebody with both agrees', home.officer, both, 'done'],
    ['the same person', home.officer, home.officer, /another person has to agree/],
    ['one person with both roles', both, both, /another person has to agree/],
    ['two officers', home.officer, away.officer, /an administrator has to agree/],
    ['two administrators', home.administrator, away.administrator, /officer has to agree/],
  ])('%s', async (_, asks, agrees, expected) => {
    const reference = await named('zyx');
    const id = await ask(await update(reference, 2), ['words'], contextOf(db, asks));
    const before = await rowsOf(db);
    const is = await outcome(agreeRedaction(contextOf(db, agrees), id, agreed()));
    if (expected === 'done') {
      expect(is).toBe('done');
    } else {
      expect(is).toBeInstanceOf(RuleError);
      expect(String(is)).toMatch(expected);
      expect(await rowsOf(db)).toEqual(before);
    }
    const refused = (await getRedaction(contextOf(db, agrees), id)).refused;
    if (expected === 'done') expect(refused).toBeNull();
    else expect(refused).toMatch(expected);
  });

  test.each([home.viewer, home.member, home.commissioner])(
    'a $name neither asks, agrees, declines nor reads',
    async (actor) => {
      const who = contextOf(db, actor);
      const reference = await named('zyx');
      const subject = await update(reference, 2);
      const id = await ask(subject, ['words']);
      const before = await rowsOf(db);
      const attempts = [
        () => ask(subject, ['headline'], who),
        () => agreeRedaction(who, id, agreed()),
        () => declineRedaction(who, id, { submissionId: submissionId(), reason: 'No' }),
        () => listRedactions(who),
        () => getRedaction(who, id),
        () => getRedactable(who, subject),
      ];
      for (const attempt of attempts)
        expect(await outcome(attempt())).toBeInstanceOf(NotAllowedError);
      expect(await rowsOf(db)).toEqual(before);
      expect((await getHistory(who, reference, 1)).entries.map((one) => one.redact)).toEqual(
        (await getHistory(who, reference, 1)).entries.map(() => null),
      );
    },
  );

  test('whoever asked may have lost the role, or the account, since', async () => {
    const asks = await buildAccount(contextOf(db), {
      email: 'leaver@home.example',
      name: 'A leaver',
      position: 'Officer',
      roles: ['officer'],
      organisationId: homeId,
    });
    const id = await ask(await update(await named('zyx'), 2), ['words'], contextOf(db, asks));
    await db.person.update({ where: { id: asks.id }, data: { roles: ['member'] } });
    expect(await outcome(agreeRedaction(administrator, id, agreed()))).toBeInstanceOf(RuleError);
    await db.person.update({
      where: { id: asks.id },
      data: { roles: ['officer'], deactivatedAt: LATER },
    });
    expect(await outcome(agreeRedaction(administrator, id, agreed()))).toBeInstanceOf(RuleError);
  });
});

describe('after it', () => {
  const canary = 'Qwyzzle';
  let reference = '';
  let id = '';
  let before: Awaited<ReturnType<typeof rowsOf>>;
  beforeAll(async () => {
    reference = await named(canary);
    expect((await findWords(db, canary)).sort()).toEqual([
      'Item.headline',
      'StatusUpdate.headline',
      'StatusUpdate.headline',
      'StatusUpdate.recovery',
      'StatusUpdate.words',
    ]);
    before = await rowsOf(db);
    id = await redact(await update(reference, 2), ['headline', 'words', 'recovery']);
  });

  test('the words are nowhere in the database, carried over ones included', async () => {
    expect(await findWords(db, canary)).toEqual([]);
    expect(await staleProjections(db)).toEqual([]);
  });

  test('nothing else has changed', async () => {
    const after = await rowsOf(db);
    const changed: string[] = [];
    for (const [table, rows] of Object.entries(after)) {
      const old = before[table] ?? [];
      changed.push(...rows.filter((one) => !old.includes(one)).map(() => `${table} +`));
      for (const row of old.filter((one) => !rows.includes(one))) {
        changed.push(`${table} -`);
        // What took its place is the same row but for the words.
        const bare = row.replaceAll(/[^"]*Qwyzzle[^"]*/g, TOMBSTONE);
        expect(rows).toContain(bare);
      }
    }
    const expected = [
      ['AuditEvent', '+', '+'],
      ['Item', '+', '-'],
      ['Redaction', '+'],
      // The four others who redact, of each of the two steps.
      ['RedactionNote', ...'++++++++'],
      ['RedactionOutcome', '+'],
      ['StatusUpdate', '+', '+', '-', '-'],
      // Two forms were sent: one asked, one agreed.
      ['Submission', '+', '+'],
    ].flatMap(([table, ...signs]) => signs.map((sign) => `${table} ${sign}`));
    expect(changed.sort()).toEqual(expected.sort());
  });

  test('as at any day before it the tombstone shows, with who, when and why', async () => {
    const past = {
      ...contextOf(db, home.member, new Date('2026-11-24T00:00:00Z')),
      asAt: true as const,
    };
    for (const context of [past, later(home.member)]) {
      const item = await getItem(context, reference);
      expect(item.headline).toBe(TOMBSTONE);
      expect(item.updates.find((one) => one.number === 2)).toMatchObject({
        headline: TOMBSTONE,
        words: TOMBSTONE,
        recovery: TOMBSTONE,
      });
      expect(item.redactions).toEqual([
        expect.objectContaining({
          fields: [
            { column: 'headline', label: 'Headline' },
            { column: 'words', label: 'Words' },
            { column: 'recovery', label: 'What would bring it back' },
          ],
          asked: expect.objectContaining({
            reason: 'A name',
            author: expect.objectContaining({ name: 'home officer' }),
          }),
          outcome: expect.objectContaining({
            at: LATER.toISOString(),
            author: expect.objectContaining({ name: 'home administrator' }),
            hashes: {
              headline: sha256(`${canary} has moved in`),
              words: sha256(`We found ${canary} a flat.`),
              recovery: sha256(`A worker for ${canary}`),
            },
          }),
        }),
      ]);
      expect(JSON.stringify(await getHistory(context, reference, 1))).toContain(TOMBSTONE);
    }
  });

  test('the audit trail has an event with the hashes', async () => {
    const event = await db.auditEvent.findFirstOrThrow({
      where: { redactionId: id, kind: 'redaction.agreed' },
    });
    expect(event).toMatchObject({ authorId: home.administrator.id, recordedAt: LATER });
    expect(event.changes).toContainEqual({
      field: 'words',
      from: sha256(`We found ${canary} a flat.`),
      to: TOMBSTONE,
    });
    const [entry] = (await getHistory(later(home.viewer), reference, 1)).entries;
    expect(entry).toMatchObject({
      title: 'Redacted',
      reason: 'A name',
      author: { name: 'home administrator' },
    });
    expect(entry?.changes[1]).toEqual({
      label: 'Words',
      from: `SHA-256 ${sha256(`We found ${canary} a flat.`)}`,
      to: TOMBSTONE,
    });
  });

  test('the same text cannot be redacted again, the request shows it no more', async () => {
    expect((await getRedaction(later(), id)).held).toEqual([]);
    const again = await outcome(ask(await update(reference, 2), ['words']));
    expect(again).toBeInstanceOf(RuleError);
    expect(await outcome(agreeRedaction(later(), id, agreed()))).toBeInstanceOf(RuleError);
  });
});

test('the same form twice redacts once', async () => {
  const subject = await update(await named('Zyxxy'), 2);
  const request = { submissionId: submissionId(), subject, columns: ['words'], reason: 'A name' };
  const [id, same] = [
    await requestRedaction(officer, request),
    await requestRedaction(officer, request),
  ];
  expect(same).toBe(id);
  const form = agreed();
  await agreeRedaction(later(), id, form);
  const after = await rowsOf(db);
  await agreeRedaction(later(), id, form);
  expect(await rowsOf(db)).toEqual(after);
});

test('until somebody agrees nothing is redacted; it can be declined or withdrawn', async () => {
  const reference = await named('Wibbly');
  const subject = await update(reference, 2);
  const found = await findWords(db, 'Wibbly');
  const id = await ask(subject, ['words']);
  expect((await getRedaction(administrator, id)).held).toEqual([
    { column: 'words', label: 'Words', value: 'We found Wibbly a flat.' },
  ]);
  // Nor does the history point to what is about to go.
  expect((await getHistory(administrator, reference, 1)).total).toBe(3);
  expect(await outcome(ask(subject, ['headline'], administrator))).toMatchObject({
    fields: { '': expect.stringContaining('already') },
  });
  const decline = { submissionId: submissionId(), reason: undefined };
  expect(await outcome(declineRedaction(administrator, id, decline))).toMatchObject({
    fields: { reason: 'Say why not' },
  });
  await declineRedaction(administrator, id, { ...decline, reason: 'It is a street' });
  const again = await ask(subject, ['words']);
  await declineRedaction(officer, again, { submissionId: submissionId(), reason: undefined });
  expect(
    [await getRedaction(officer, id), await getRedaction(officer, again)].map(
      (one) => one.outcome?.kind,
    ),
  ).toEqual(['declined', 'withdrawn']);
  expect(await findWords(db, 'Wibbly')).toEqual(found);
  expect(await outcome(agreeRedaction(later(), again, agreed()))).toBeInstanceOf(RuleError);
});

describe('a file', () => {
  test('loses its bytes, its name and title, and says so to whoever opens it', async () => {
    const reference = await buildLocalAction(contextOf(db));
    const id = await makeFile(officer, reference, {
      name: 'Grumbold.pdf',
      title: 'About Grumbold',
    });
    const { sha256: hash } = await db.evidence.findUniqueOrThrow({ where: { id } });
    const other = await makeFile(officer, reference, { name: 'other.pdf', title: 'Another' });
    const subject = { table: 'Evidence', key: { id } } as const;
    expect((await getRedactable(officer, subject)).fields.map((one) => one.column)).toEqual([
      'title',
      'shows',
      'fileName',
      'bytes',
    ]);
    await redact(subject, ['title', 'fileName', 'bytes']);
    expect(await findWords(db, 'Grumbold')).toEqual([]);
    const bytes = await db.fileChunk.findMany({ where: { evidenceId: id } });
    expect(bytes.map((chunk) => chunk.bytes.length)).toEqual([0]);
    expect(await outcome(openEvidenceFile(later(), id))).toBeInstanceOf(GoneError);
    expect(await outcome(openEvidenceFile(later(), other))).toBe('done');
    const view = await getEvidence(later(), id);
    expect(view).toMatchObject({ title: TOMBSTONE, file: { name: TOMBSTONE, redacted: true } });
    expect((await getEvidence(later(), other)).file?.redacted).toBe(false);
    const done = (await getItem(later(), reference)).redactions[0];
    expect(done?.outcome?.hashes.bytes).toBe(hash);
  });
});

describe('wherever else somebody typed it', () => {
  const canary = 'Plonkett';
  test('details, responses, readings, evidence and reasons', async () => {
    const reference = await buildLocalAction(contextOf(db), { shortTitle: `Help ${canary}` });
    const itemId = await idOf(reference);
    // Carried over to the second row of wording.
    await editLocalAction(officer, reference, {
      ...opened(),
      basedOn: 1,
      shortTitle: `Help ${canary}`,
      text: 'Other words',
    });
    await declare(officer, reference, 'national_position', {
      words: `Nothing on ${canary}`,
      statedOn: '2026-10-01',
      url: `https://www.example.org/${canary}`,
    });
    await addReading(officer, reference, {
      ...opened(),
      readOn: '2026-10-01',
      value: `1, ${canary}`,
      note: `${canary} again`,
    });
    const link = await makeEvidence(officer, reference, { url: `https://example.org/${canary}` });
    await withdraw(officer, link, `It names ${canary}`);
    const reading = await db.reading.findFirstOrThrow({ where: { itemId } });
    expect(await findWords(db, canary)).toHaveLength(11);
    await redact({ table: 'ItemWording', key: { itemId, number: 1 } }, ['shortTitle']);
    await redact({ table: 'Statement', key: { itemId, kind: 'national_position', number: 1 } }, [
      'words',
      'url',
    ]);
    await redact({ table: 'Reading', key: { id: reading.id } }, ['value', 'note']);
    await redact({ table: 'Evidence', key: { id: link } }, ['url']);
    await redact({ table: 'EvidenceEvent', key: { evidenceId: link, number: 1 } }, ['reason']);
    expect(await findWords(db, canary)).toEqual([]);
    expect(await staleProjections(db)).toEqual([]);
    const item = await getItem(later(), reference);
    expect(item.shortTitle).toBe(TOMBSTONE);
    // What is no address any more is no link.
    expect(item.position?.url).toBeNull();
    expect(item.evidenceList[0]?.url).toBeNull();
    expect(item.redactions).toHaveLength(5);
  });

  test('a spreadsheet, its numbering, and what it noted', async () => {
    const reference = await buildLocalAction(contextOf(db));
    const itemId = await idOf(reference);
    const note = { heading: `On ${canary}`, text: `${canary} then`, on: null, rag: null };
    const id = await importAsks(
      officer,
      [{ reference, wording: { yourReference: `4 ${canary}` }, notes: [note] }],
      undefined,
      `${canary}.xlsx`,
    );
    const { id: noteId } = await db.importedNote.findFirstOrThrow({ where: { itemId } });
    const found = await findWords(db, canary);
    expect(found.filter((one) => !one.startsWith('ImportUpload')).sort()).toEqual([
      'Import.fileName',
      'ImportedNote.heading',
      'ImportedNote.text',
      'Item.yourReference',
      'ItemWording.yourReference',
    ]);
    await redact({ table: 'Import', key: { id } }, ['fileName']);
    await redact({ table: 'ImportedNote', key: { id: noteId } }, ['heading', 'text']);
    await redact({ table: 'ItemWording', key: { itemId, number: 2 } }, ['yourReference']);
    await deleteExpiredUploads({ db, now: LATER });
    expect(await findWords(db, canary)).toEqual([]);
    expect(await staleProjections(db)).toEqual([]);
    expect((await getItem(later(), reference)).imported).toMatchObject([
      { heading: TOMBSTONE, text: TOMBSTONE, fileName: TOMBSTONE },
    ]);
    // An import of which somebody sees nothing is not there, its name included.
    await restrict(contextOf(db), reference, [homeId]);
    const asks = ask({ table: 'Import', key: { id } }, ['fileName']);
    expect(await outcome(asks)).toBeInstanceOf(NotFoundError);
  });

  test('a question and its answer', async () => {
    const reference = await buildLocalAction(contextOf(db), { shortTitle: 'Help' });
    const itemId = await idOf(reference);
    await buildMeeting(officer, { date: '2027-11-04', startsAt: '14:00', venue: 'Town hall' });
    await askQuestion(officer, reference, { ...opened(), words: `Is it about ${canary}?` });
    const answer = { ...opened(), question: 1, words: `Yes, ${canary}` };
    await answerQuestion(contextOf(db), reference, answer);
    expect(await findWords(db, canary)).toHaveLength(2);
    await redact({ table: 'Question', key: { itemId, number: 1 } }, ['words']);
    const { number } = await db.questionEvent.findFirstOrThrow({ where: { itemId } });
    await redact({ table: 'QuestionEvent', key: { itemId, number } }, ['words']);
    expect(await findWords(db, canary)).toEqual([]);
  });

  test('what stands around a meeting, and nobody else reads it there', async () => {
    const where = { date: '2026-10-08', startsAt: '14:00', venue: 'Town hall' };
    const slug = await buildMeeting(officer, where);
    await seat(officer, home.member.id, '2026-01-01');
    await attend(officer, slug, {
      entries: [{ personId: home.member.id, answer: 'absent', deputy: `${canary}’s deputy` }],
      declarations: [
        { id: undefined, personId: home.member.id, words: `Knows ${canary}`, references: [] },
      ],
    });
    await buildDoneAction(officer, slug, home.member.id);
    const listed = await listMeetingRedactables(officer, slug);
    expect(listed.map(({ title }) => title)).toEqual([
      'Attendance of a member',
      'Declaration of interest',
      'Meeting action',
      'Change to a meeting action',
    ]);
    for (const { code, fields } of listed) {
      const subject = parseSubject(code);
      if (!subject) throw new Error(code);
      await redact(
        subject,
        fields.map(({ column }) => column),
      );
    }
    expect(await findWords(db, canary)).toEqual([]);
    expect(await listMeetingRedactables(officer, slug)).toEqual([]);
    expect((await getMeeting(later(home.viewer), slug)).redactions).toHaveLength(4);
    expect(await outcome(listMeetingRedactables(contextOf(db, home.member), slug))).toBeInstanceOf(
      NotAllowedError,
    );
  });

  test('one section of the minutes, carried over to the next draft', async () => {
    const where = { date: '2026-10-01', startsAt: '14:00', venue: 'Town hall' };
    const slug = await buildMeeting(officer, where);
    const open = { heading: 'Welcome', words: 'Everybody was welcome.' };
    const first = { heading: 'Questions', words: `A question about ${canary}` };
    await buildMinutes(officer, slug, [open, first]);
    await buildMinutes(officer, slug, [{ ...open, words: 'Nobody was late.' }, first]);
    const { id: meetingId } = await db.meeting.findUniqueOrThrow({ where: { slug } });
    const subject = { table: 'MinutesVersion', key: { meetingId, number: 1 } } as const;
    const { fields } = await getRedactable(officer, subject);
    expect(fields.find(({ column }) => column === 'sections.1.words')).toEqual({
      column: 'sections.1.words',
      label: 'Section 2: words',
      value: first.words,
    });
    await redact(subject, ['sections.1.words']);
    expect(await findWords(db, canary)).toEqual([]);
    const after = await db.minutesVersion.findMany({ where: { meetingId } });
    expect(after.map(({ sections }) => sections)).toEqual(
      expect.arrayContaining([
        [open, { ...first, words: TOMBSTONE }],
        [
          { ...open, words: 'Nobody was late.' },
          { ...first, words: TOMBSTONE },
        ],
      ]),
    );
  });

  test('the name of a grouping, and why it has it', async () => {
    const id = await buildObjective(officer, 'Fewer deaths');
    await db.$executeRaw`UPDATE "Grouping" SET name = ${canary} WHERE id = ${id}::uuid`;
    await db.groupingVersion.create({
      data: { groupingId: id, version: 2, name: canary, reason: canary, recordedAt: LATER },
    });
    await redact({ table: 'GroupingVersion', key: { groupingId: id, version: 2 } }, ['name']);
    expect(await findWords(db, canary)).toEqual([]);
    expect((await db.groupingVersion.findMany({ where: { groupingId: id } })).at(0)?.name).not.toBe(
      TOMBSTONE,
    );
  });

  test('the venue of a meeting, and the reason of a request itself', async () => {
    const where = { date: '2027-01-14', startsAt: '14:00' };
    const slug = await buildMeeting(officer, { ...where, venue: `${canary}’s home` });
    await editMeeting(officer, slug, {
      ...opened(),
      basedOn: 1,
      ...where,
      startsAt: '15:00',
      venue: `${canary}’s home`,
    });
    await editMeeting(officer, slug, { ...opened(), basedOn: 2, ...where, venue: 'Town hall' });
    const { id: meetingId } = await db.meeting.findUniqueOrThrow({ where: { slug } });
    const subject = { table: 'MeetingVersion', key: { meetingId, version: 1 } } as const;
    const id = await ask(subject, ['venue'], officer, `It is ${canary} again`);
    await agreeRedaction(later(), id, agreed());
    await redact({ table: 'Redaction', key: { id } }, ['reason']);
    expect(await findWords(db, canary)).toEqual([]);
    const meeting = await getMeeting(later(), slug);
    expect(meeting.venue).toBe('Town hall');
    expect(
      meeting.history.map((one) => one.changes.find(({ label }) => label === 'Venue')),
    ).toEqual([{ label: 'Venue', from: TOMBSTONE, to: 'Town hall' }, undefined, undefined]);
    expect(meeting.redactions).toHaveLength(2);
  });
});

describe('what one may not see', () => {
  test('one cannot have redacted, agree to, or read about', async () => {
    const reference = await named('Hidden');
    const evidenceId = await makeEvidence(officer, await named('Open'));
    const subjects: Array<[RedactionSubject, string]> = [
      [await update(reference, 2), 'words'],
      [{ table: 'Evidence', key: { id: evidenceId } }, 'title'],
    ];
    const ids: string[] = [];
    for (const [subject, column] of subjects) {
      ids.push(await ask(subject, [column], contextOf(db, away.officer)));
    }
    await restrict(contextOf(db, away.officer), reference, [homeId]);
    await hideEvidence(contextOf(db, away.officer), evidenceId, [homeId]);
    const before = await rowsOf(db);
    for (const actor of [home.administrator, home.officer]) {
      const who = contextOf(db, actor);
      const listed = (await listRedactions(who)).map((one) => one.id);
      for (const [index, id] of ids.entries()) {
        const [subject, column] = subjects[index] ?? [];
        if (!subject || !column) throw new Error('not asked');
        expect(listed).not.toContain(id);
        for (const attempt of [
          () => ask(subject, [column], who),
          () => getRedactable(who, subject),
          () => getRedaction(who, id),
          () => agreeRedaction(who, id, agreed()),
          () => declineRedaction(who, id, { submissionId: submissionId(), reason: 'No' }),
        ]) {
          expect(await outcome(attempt())).toBeInstanceOf(NotFoundError);
        }
      }
    }
    expect(await rowsOf(db)).toEqual(before);
    const seen = (await listRedactions(contextOf(db, away.administrator))).map((one) => one.id);
    expect(seen).toEqual(expect.arrayContaining(ids));
  });
});

describe('by hand', () => {
  const ROLE = `redact_${new URL(url).pathname.slice(1, 40)}`;
  const owner = new pg.Client({ connectionString: url });
  const app = new pg.Client({ connectionString: url });
  let itemId = '';
  let done = '';
  let asked = '';
  beforeAll(async () => {
    await Promise.all([owner.connect(), app.connect()]);
    await owner.query(`CREATE ROLE ${ROLE}`);
    await owner.query(`GRANT ALL ON ALL TABLES IN SCHEMA public TO ${ROLE}`);
    await owner.query(`GRANT TEMPORARY ON DATABASE ${new URL(url).pathname.slice(1)} TO ${ROLE}`);
    await app.query(`SET ROLE ${ROLE}`);
    const reference = await named('Byhand');
    itemId = await idOf(reference);
    done = await redact({ table: 'StatusUpdate', key: { itemId, number: 2 } }, ['words']);
    asked = await ask({ table: 'StatusUpdate', key: { itemId, number: 2 } }, ['headline']);
  });
  afterAll(async () => {
    await app.end();
    await owner.query(`DROP OWNED BY ${ROLE}; DROP ROLE ${ROLE}`);
    await owner.end();
  });

  /** Statements in a transaction that is rolled back whatever comes of it. */
  async function attempt(client: pg.Client, statements: string[]): Promise<string> {
    await client.query('BEGIN');
    try {
      for (const statement of statements) await client.query(statement);
      return 'done';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      await client.query('ROLLBACK');
    }
  }
  const marker = (id: string) => `SET LOCAL board.redaction = '${id}'`;
  const here = () => `WHERE "itemId" = '${itemId}' AND number = 2`;
  const call = (id: string, person: string) =>
    `SELECT redact('${id}', '${person}', 1, '2026-12-03T10:00:00Z', gen_random_uuid())`;
  const refused = /is append-only: (UPDATE|DELETE) refused/;

  test.each([
    ['its owner', () => owner],
    ['somebody with every privilege', () => app],
  ])('%s reaches nothing with the marker alone', async (_, client) => {
    for (const id of [done, asked, randomUUID(), 'nonsense']) {
      for (const set of [
        `headline = '${TOMBSTONE}'`,
        `words = 'Something else'`,
        `rag = 'green'`,
        `headline = headline`,
      ]) {
        const update = `UPDATE "StatusUpdate" SET ${set} ${here()}`;
        expect(await attempt(client(), [marker(id), update])).toMatch(refused);
      }
      const remove = `DELETE FROM "StatusUpdate" ${here()}`;
      expect(await attempt(client(), [marker(id), remove])).toMatch(refused);
      expect(await attempt(client(), [marker(id), `UPDATE "FileChunk" SET bytes = ''`])).toMatch(
        refused,
      );
    }
  });

  test.each([
    ['its owner', () => owner],
    ['somebody with every privilege', () => app],
  ])('%s changes nothing but those words in the transaction of an agreement', async (_, client) => {
    const agree = `INSERT INTO "RedactionOutcome"
      ("redactionId", kind, "recordedAt", "authorId", "authorVersion", hashes)
      VALUES ('${asked}', 'agreed', '2026-12-03T10:00:00Z', '${home.administrator.id}', 1,
        '{"headline": "${sha256('Byhand has moved in')}"}')`;
    const then = (set: string, where = here()) =>
      attempt(client(), [agree, marker(asked), `UPDATE "StatusUpdate" SET ${set} ${where}`]);
    expect(await then(`headline = '${TOMBSTONE}'`)).toBe('done');
    expect(await then(`headline = 'Other words'`)).toMatch(refused);
    expect(await then(`headline = '${TOMBSTONE}', rag = 'green'`)).toMatch(refused);
    expect(await then(`recovery = '${TOMBSTONE}'`)).toMatch(refused);
    expect(await then(`rag = 'green'`)).toMatch(refused);
    expect(await then(`headline = '${TOMBSTONE}'`, '')).toMatch(refused);
    expect(
      await attempt(client(), [agree, marker(asked), `UPDATE "FileChunk" SET bytes = ''`]),
    ).toMatch(refused);
  });

  test.each([
    ['who asked', () => home.officer.id],
    ['another officer', () => away.officer.id],
    ['a member', () => home.member.id],
  ])('the function itself refuses %s', async (_, person) => {
    expect(await attempt(owner, [call(asked, person())])).toMatch(/takes an administrator and/);
  });

  test('the function does it once, and only what was asked', async () => {
    expect(await attempt(owner, [call(asked, home.administrator.id)])).toBe('done');
    expect(await attempt(owner, [call(done, home.administrator.id)])).toMatch(/nothing to redact/);
    expect(await attempt(owner, [call(randomUUID(), home.administrator.id)])).toMatch(/no rows/);
    const rag = `INSERT INTO "Redaction"
      (id, "recordedAt", "authorId", "authorVersion", subject, key, columns, reason, "itemId")
      SELECT '${randomUUID()}', "recordedAt", "authorId", 1, 'StatusUpdate', key, '{rag}', 'x', "itemId"
      FROM "Redaction" WHERE id = '${asked}' RETURNING redact(id, '${home.administrator.id}', 1, now(), NULL)`;
    expect(await attempt(owner, [rag])).toMatch(/no rows|nothing to redact/);
  });

  test('a table of one’s own of the same name deceives nobody', async () => {
    const fakes = [
      `CREATE TEMP TABLE "Redaction" (LIKE public."Redaction")`,
      `INSERT INTO pg_temp."Redaction" SELECT * FROM public."Redaction" WHERE id = '${asked}'`,
      `CREATE TEMP TABLE "RedactionOutcome" (LIKE public."RedactionOutcome")`,
      `INSERT INTO pg_temp."RedactionOutcome" VALUES ('${asked}', 'agreed', '2026-12-03T10:00:00Z',
        '${home.officer.id}', 1, NULL, '{"headline": "${sha256('Byhand has moved in')}"}')`,
    ];
    const update = `UPDATE "StatusUpdate" SET headline = '${TOMBSTONE}' ${here()}`;
    expect(await attempt(app, [...fakes, marker(asked), update])).toMatch(refused);
  });
});

describe('the list of what can be redacted', () => {
  type Columns = Record<string, string[]>;
  const sorted = (list: Array<readonly [string, readonly string[]]>): Columns =>
    Object.fromEntries(
      list.map(([name, columns]): [string, string[]] => [name, [...columns].sort()]).sort(),
    );

  test('is the same in the code and in the database', async () => {
    const rows = await db.$queryRaw<Array<{ name: string; columns: string[] }>>`
      SELECT name, columns FROM redactable()`;
    const code = Object.entries(REDACTABLE).map(([name, { columns }]) => {
      const own = Object.keys(columns).filter((column) => column !== 'bytes');
      return [name, [...own, ...(COPIED_TO[name] ?? [])]] as const;
    });
    expect(sorted(rows.map(({ name, columns }) => [name, columns]))).toEqual(
      sorted([...code, ['FileChunk', ['bytes']]]),
    );
  });
});
