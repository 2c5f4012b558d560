import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editMeeting } from '@/lib/data/meetings';
import { openPaperFile } from '@/lib/data/paper-files';
import { type DraftStanding, issuePaper } from '@/lib/data/papers';
import {
  changedSince,
  getIssuedPaper,
  getIssuePlan,
  identifyPaperFile,
  lastIssueBefore,
  listPapers,
} from '@/lib/data/papers-view';
import { nameBoard } from '@/lib/data/settings';
import { correctFirstDate } from '@/lib/data/status-updates';
import { ConflictError, GoneError, NotFoundError, RuleError } from '@/lib/domain/errors';
import { CHUNK_BYTES } from '@/lib/domain/evidence';
import type { IssuePaper } from '@/lib/domain/paper-issue';
import type { PaperModel } from '@/lib/domain/paper-model';
import { buildMeeting } from '@/seed/builders/board';
import { buildLocalAction, formOn, opened, rate } from '@/seed/builders/register';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';
import {
  acknowledge,
  hideEvidence,
  makeEvidence,
  release,
  restrict,
  showEvidence,
} from '../support/make';
import { makeIssue, smallPaper, withdrawIssue } from '../support/papers';
import { readEverything } from '../support/reads';
import { variedPaper } from '../support/varied-paper';
import { findWords } from '../support/whole-database';

const { db, url } = await testDatabase();
const { home, away, homeId } = await makeActors(db);
const on = (day: string, actor = home.officer) =>
  contextOf(db, actor, new Date(`${day}T12:00:00Z`));
const LATER = '2027-06-01';

let days = 0;
/** A meeting of its own, each later than the one before. */
function meet(): Promise<string> {
  const date = new Date(Date.UTC(2027, 0, 4) + 7 * 86_400_000 * days++).toISOString().slice(0, 10);
  return buildMeeting(on('2026-01-05'), { date, startsAt: '14:00', venue: 'Town hall' });
}
const failure = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof RuleError ? error.fields : error),
  );
async function read(...[context, ...file]: Parameters<typeof openPaperFile>): Promise<Buffer> {
  const { bytes } = await openPaperFile(context, ...file);
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('an issued paper', () => {
  test('keeps its bytes and its words, whatever changes afterwards', async () => {
    const meeting = await meet();
    const reference = await buildLocalAction(on('2026-10-01'));
    // More than two rows of 1 MiB, so that pieces have to be put together in order.
    const big = new Uint8Array(randomBytes(2 * CHUNK_BYTES + 12_345));
    const parts = smallPaper({ words: 'As it was', bytes: () => big });
    expect(await makeIssue(on('2026-11-20'), meeting, {}, parts)).toEqual({
      kind: 'paper',
      version: 1,
    });
    const before = await getIssuedPaper(on('2026-11-20'), meeting);
    expect(before).toMatchObject({
      version: 1,
      audience: 'members',
      cutOff: '2026-11-20T12:00:00.000Z',
      cleared: { by: 'Ada', role: 'Director' },
      issuedBy: { name: 'home officer' },
      replaces: null,
      model: { notices: ['For members', 'As it was'], version: 1, state: 'issued' },
    });

    await rate(on(LATER), reference, { rag: 'red', headline: 'h', words: 'w', recovery: 'r' });
    await nameBoard(on(LATER, home.administrator), {
      ...opened(),
      basedOn: 1,
      name: 'Another name',
      areas: [],
    });
    await db.person.update({ where: { id: home.officer.id }, data: { name: 'Renamed' } });
    const where = { date: '2028-01-06', startsAt: '10:00', venue: 'Elsewhere' };
    await editMeeting(on('2026-12-20'), meeting, { ...opened(), basedOn: 1, ...where });

    const after = await getIssuedPaper(on(LATER), meeting);
    expect(after.model).toEqual(before.model);
    expect(after.files).toEqual(before.files);
    for (const { audience, name, sha256: kept, size } of after.files) {
      const bytes = await read(on(LATER), meeting, '1', audience, name);
      expect([bytes.length, sha256(bytes)]).toEqual([size, kept]);
      if (name === 'paper.pdf') expect(bytes.equals(big)).toBe(true);
    }
    expect(after.changed).toContain(reference);
    expect(before.changed).not.toContain(reference);
  });

  test.each([
    ['of a newer format is one that its files alone tell', { format: 99 }, true],
    ['that names no format is of the first', { ...variedPaper(), format: undefined }, false],
  ])('%s', async (_, stored, newerFormat) => {
    const meeting = await meet();
    const { draft, make } = smallPaper({ words: 'As it was' });
    const made: typeof make = async (...given) =>
      (await make(...given)).map((one) => ({ ...one, model: stored as unknown as PaperModel }));
    await makeIssue(on('2026-11-20'), meeting, {}, { draft, make: made });
    const model = newerFormat ? null : variedPaper();
    expect(await getIssuedPaper(on(LATER), meeting)).toMatchObject({
      model,
      publicModel: model,
      newerFormat,
    });
    const bytes = await read(on(LATER), meeting, '1', 'members', 'paper.pdf');
    expect(bytes.toString()).toBe('members paper 1: As it was');
  });

  test('is refused where it is not cleared, cancelled, or based on an older draft', async () => {
    const meeting = await meet();
    const draft = (standing: DraftStanding) => ({ ...smallPaper(), draft: async () => standing });
    const cleared = { by: 'Ada', role: null };
    const attempt = (standing: DraftStanding, form = {}) =>
      failure(makeIssue(on('2026-11-20'), meeting, form, draft(standing)));
    expect(await attempt({ number: 0, cleared: null })).toEqual({
      '': 'The draft has not been cleared yet: it is issued once it is',
    });
    expect(await attempt({ number: 3, cleared }, { basedOn: 2 })).toBeInstanceOf(ConflictError);
    const cancelled = await meet();
    const { id } = await db.meeting.findUniqueOrThrow({ where: { slug: cancelled } });
    await db.meeting.update({ where: { id }, data: { cancelled: true } });
    expect(await failure(makeIssue(on('2026-11-20'), cancelled))).toEqual({
      '': 'This meeting is cancelled',
    });
    expect(await failure(makeIssue(on('2026-11-20'), '2001-01-01'))).toBeInstanceOf(NotFoundError);
  });

  test('holds what its draft and the register said while it was drawn, or is not issued', async () => {
    const meeting = await meet();
    const { make } = smallPaper();
    let number = 0;
    const edited = {
      draft: async () => ({ number, cleared: { by: 'Ada', role: null } }),
      make: (...args: Parameters<typeof make>) => {
        number += 1;
        return make(...args);
      },
    };
    expect(await failure(makeIssue(on('2026-11-20'), meeting, {}, edited))).toBeInstanceOf(
      ConflictError,
    );
    const slow = {
      ...smallPaper(),
      make: async (...args: Parameters<typeof make>) => {
        // It began before the cut-off, and ended while the paper was drawn.
        await buildLocalAction(on('2026-11-19'));
        return make(...args);
      },
    };
    expect(await failure(makeIssue(on('2026-11-20'), meeting, {}, slow))).toEqual({
      '': 'The register changed while the paper was being made: issue it again',
    });
    expect(await db.paperIssue.count({ where: { meeting: { slug: meeting } } })).toBe(0);
  });

  test('is issued once by two people at once', async () => {
    const meeting = await meet();
    let drawing = 0;
    let bothDraw = () => {};
    const both = new Promise<void>((resolve) => {
      bothDraw = resolve;
    });
    const { draft, make } = smallPaper();
    const parts = {
      draft,
      make: async (...args: Parameters<typeof make>) => {
        drawing += 1;
        if (drawing === 2) bothDraw();
        await both;
        return make(...args);
      },
    };
    const results = await Promise.all([
      failure(makeIssue(on('2026-11-20'), meeting, {}, parts)),
      failure(makeIssue(on('2026-11-20', away.officer), meeting, {}, parts)),
    ]);
    expect(results.filter((one) => one === 'done')).toHaveLength(1);
    const lost = results.find((one) => one !== 'done');
    expect(lost).toBeInstanceOf(ConflictError);
    expect((lost as ConflictError).changes[0]?.what).toBe('Issued version 1');
    expect(await db.paperIssue.count({ where: { meeting: { slug: meeting } } })).toBe(1);
  });

  test('says with how many open challenges, which the officer has to know of', async () => {
    const meeting = await meet();
    const context = on('2027-03-01');
    const { open, acknowledged } = await getIssuePlan(context, meeting, 'paper');
    expect(open.length).toBeGreaterThan(0);
    const attempt = (openChallengesAccepted: number) =>
      failure(makeIssue(context, meeting, { openChallengesAccepted }));
    expect(await attempt(0)).toHaveProperty('openChallengesAccepted');
    expect(await attempt(open.length - 1)).toHaveProperty('openChallengesAccepted');
    expect(acknowledged).toBe(0);
    expect(await attempt(open.length)).toBe('done');
    const issue = await db.paperIssue.findFirstOrThrow({ where: { meeting: { slug: meeting } } });
    expect(issue.openChallenges).toBe(open.length);
  });

  test('counts a challenge acknowledged for its meeting as acknowledged, for that meeting alone', async () => {
    // It is the next one on its own day.
    const meeting = await buildMeeting(on('2026-01-05'), {
      date: '2026-10-15',
      startsAt: '14:00',
      venue: 'Town hall',
    });
    const other = await meet();
    const reference = await buildLocalAction(on('2026-10-01'));
    await acknowledge(on('2026-10-14'), meeting, reference);
    const about = async (slug: string) => {
      const { open, acknowledged } = await getIssuePlan(on('2026-10-15'), slug, 'paper');
      const own = open.filter((one) => one.reference === reference && one.rule === 'no_owner');
      return [own.length, acknowledged];
    };
    expect(await about(meeting)).toEqual([0, 1]);
    expect(await about(other)).toEqual([1, 0]);
  });
});

describe('a second version', () => {
  test('says what it replaces and why, with the figures of then or later ones', async () => {
    const meeting = await meet();
    await makeIssue(on('2026-11-20'), meeting);
    expect(await failure(makeIssue(on('2026-11-25'), meeting))).toEqual({
      reason: 'Version 1 has been issued: say why another stands in its place',
    });
    const again = (day: string, form: Partial<IssuePaper>) => makeIssue(on(day), meeting, form);
    await again('2026-11-25', { reason: 'A total was wrong', figures: 'as_before' });
    await again('2026-11-26', { reason: 'A late return', figures: 'refreshed' });
    const versions = (await listPapers(on(LATER))).filter((one) => one.meeting.slug === meeting);
    expect(
      versions.map(({ version, cutOff, replaces, replacedBy }) => [
        version,
        cutOff.slice(0, 10),
        replaces,
        replacedBy,
      ]),
    ).toEqual([
      [3, '2026-11-26', { version: 2, reason: 'A late return', refreshed: true }, null],
      [2, '2026-11-20', { version: 1, reason: 'A total was wrong', refreshed: false }, 3],
      [1, '2026-11-20', null, 2],
    ]);
    expect((await getIssuedPaper(on(LATER), meeting)).version).toBe(3);
    expect((await getIssuedPaper(on(LATER), meeting, '1')).model?.version).toBe(1);
  });
});

describe('an addendum', () => {
  test('comes after the paper, with versions of its own', async () => {
    const meeting = await meet();
    const kind = 'addendum';
    expect(await failure(makeIssue(on('2026-11-20'), meeting, { kind }))).toEqual({
      '': 'An addendum comes after a paper: none has been issued yet',
    });
    await makeIssue(on('2026-11-20'), meeting);
    expect(await makeIssue(on('2026-11-21'), meeting, { kind })).toEqual({ kind, version: 1 });
    // A second late item replaces nothing.
    expect(await makeIssue(on('2026-11-22'), meeting, { kind })).toEqual({ kind, version: 2 });
    const corrected = { kind, reason: 'A name was wrong' } as const;
    await makeIssue(on('2026-11-23'), meeting, corrected);
    expect(await getIssuedPaper(on(LATER), meeting, 'addendum-2')).toMatchObject({
      replaces: null,
      replacedBy: 3,
    });
    expect(await getIssuedPaper(on(LATER), meeting, 'addendum-1')).toMatchObject({
      replacedBy: null,
      model: { kind, version: 1 },
    });
    // The meeting's paper is still the paper.
    expect(await getIssuedPaper(on(LATER), meeting)).toMatchObject({ kind: 'paper', version: 1 });
    const file = await read(on(LATER), meeting, 'addendum-1', 'public', 'local-actions.csv');
    expect(file.toString()).toBe('public addendum 1: ');
  });
});

describe('who gets which version', () => {
  const MEMBERS = 'zyxmembers';
  let meeting = '';
  let early = '';
  beforeAll(async () => {
    early = await meet();
    meeting = await meet();
    const parts = (words: string) => smallPaper({ words, publicWords: 'for all' });
    await makeIssue(on('2026-10-10'), early, {}, parts('early words'));
    await makeIssue(on('2026-11-20'), meeting, {}, parts(MEMBERS));
  });
  const of = async (actor: typeof home.member, slug = meeting) =>
    (await getIssuedPaper(on(LATER, actor), slug)).audience;

  test('viewers get the public one, and a members’ address is not found for them', async () => {
    const viewer = on(LATER, home.viewer);
    const paper = await getIssuedPaper(viewer, meeting);
    expect(paper).toMatchObject({
      audience: 'public',
      model: { audience: 'public' },
      cleared: { by: 'Director', role: null },
    });
    expect(paper.files.map(({ audience }) => audience)).toEqual(['public', 'public']);
    expect(JSON.stringify([paper, await listPapers(viewer)])).not.toContain(MEMBERS);
    for (const name of ['paper.pdf', 'local-actions.csv', 'nothing.pdf', '../paper.pdf']) {
      const attempt = openPaperFile(viewer, meeting, '1', 'members', name);
      expect(await failure(attempt)).toBeInstanceOf(NotFoundError);
    }
    const open = await read(viewer, meeting, '1', 'public', 'paper.pdf');
    expect(open.toString()).toBe('public paper 1: for all');
    expect(
      await failure(openPaperFile(viewer, meeting, '9', 'public', 'paper.pdf')),
    ).toBeInstanceOf(NotFoundError);
  });

  test.each(['member', 'commissioner', 'officer', 'administrator'] as const)(
    'a %s gets the members’ one, and the public one by its address',
    async (role) => {
      expect(await of(away[role])).toBe('members');
      const context = on(LATER, away[role]);
      for (const audience of ['members', 'public'] as const) {
        const file = await read(context, meeting, '1', audience, 'local-actions.csv');
        expect(file.toString()).toContain(audience);
      }
    },
  );

  test('an organisation that something is hidden from gets the public one, while it is', async () => {
    const reference = await buildLocalAction(on('2026-11-01'));
    await restrict(on(LATER, away.officer), reference, [homeId]);
    expect([await of(home.officer), await of(away.member)]).toEqual(['public', 'members']);
    const attempt = openPaperFile(on(LATER), meeting, '1', 'members', 'paper.pdf');
    expect(await failure(attempt)).toBeInstanceOf(NotFoundError);
    const all = { references: [], evidenceIds: [], personIds: [], queries: [], otherQueries: [] };
    const everything = JSON.stringify(await readEverything(on(LATER), all));
    expect(everything).toContain('for all');
    expect(everything).not.toContain(MEMBERS);
    // It was not there yet when the earlier paper was issued.
    expect(await of(home.officer, early)).toBe('members');
    await release(on(LATER, away.officer), reference);
    expect(await of(home.officer)).toBe('members');
  });

  test('the same of a piece of evidence', async () => {
    const context = on('2026-11-01', away.officer);
    const id = await makeEvidence(context, await buildLocalAction(context));
    await hideEvidence(on(LATER, away.officer), id, [homeId]);
    expect([await of(home.member), await of(home.member, early)]).toEqual(['public', 'members']);
    await showEvidence(on(LATER, away.officer), id);
    expect(await of(home.member)).toBe('members');
  });

  test('a file tells which paper it is, to those who may have it', async () => {
    const files = (await getIssuedPaper(on(LATER), meeting)).files;
    const [members, open] = ['members', 'public'].map((audience) =>
      files.find((file) => file.audience === audience && file.name === 'paper.pdf'),
    );
    if (!members || !open) throw new Error('not issued');
    expect(await identifyPaperFile(on(LATER), members.sha256)).toMatchObject({
      kind: 'paper',
      version: 1,
      meeting: { slug: meeting },
      audience: 'members',
      withdrawn: false,
    });
    expect(await identifyPaperFile(on(LATER, home.viewer), members.sha256)).toBeNull();
    // The same bytes stand in the earlier paper: this one was issued last.
    expect(await identifyPaperFile(on(LATER, home.viewer), open.sha256)).toMatchObject({
      meeting: { slug: meeting },
      audience: 'public',
    });
    expect(await identifyPaperFile(on(LATER), sha256(Buffer.from('else')))).toBeNull();
  });

  test('changes since are told of what the reader may see', async () => {
    const reference = await buildLocalAction(on('2026-11-01'));
    const { id } = await getIssuedPaper(on(LATER), meeting);
    expect(await changedSince(on(LATER), id)).not.toContain(reference);
    const words = { rag: 'green', headline: 'h', words: 'w', recovery: undefined } as const;
    await rate(on('2026-12-01'), reference, words);
    expect(await changedSince(on(LATER), id)).toContain(reference);
    expect(await changedSince(on('2026-11-30'), id)).not.toContain(reference);
    await restrict(on(LATER, away.officer), reference);
    expect(await changedSince(on(LATER, home.viewer), id)).not.toContain(reference);
  });
});

describe('movement counts', () => {
  test('from the cut-off of the last standing paper of an earlier meeting', async () => {
    const [first, second, third] = [await meet(), await meet(), await meet()];
    const of = async (slug: string, context = on(LATER)) => {
      const meeting = await db.meeting.findUniqueOrThrow({ where: { slug } });
      return (await lastIssueBefore(context, meeting))?.toISOString().slice(0, 10) ?? null;
    };
    const never = await db.meeting.findFirstOrThrow({ orderBy: { date: 'asc' } });
    expect(await lastIssueBefore(on(LATER), never)).toBeNull();
    await makeIssue(on('2026-09-01'), first);
    expect([await of(second), await of(third)]).toEqual(['2026-09-01', '2026-09-01']);
    await makeIssue(on('2026-10-01'), second);
    await makeIssue(on('2026-10-05'), second, { reason: 'x', figures: 'refreshed' });
    await makeIssue(on('2026-10-09'), second, { kind: 'addendum' });
    expect([await of(second), await of(third)]).toEqual(['2026-09-01', '2026-10-05']);
    // As at a day between them, it counts from the version that stood then.
    expect(await of(third, { ...on('2026-10-02'), asAt: true })).toBe('2026-10-01');
    await withdrawIssue(on(LATER), second, '2');
    expect(await of(third)).toBe('2026-10-01');
  });
});

describe('a withdrawn paper', () => {
  const CANARY = 'Zyxocanary';

  test('leaves its tombstone, and no byte of what it said', async () => {
    const meeting = await meet();
    // Across the border of two rows as well.
    const across = new Uint8Array(CHUNK_BYTES + 100).fill(32);
    across.set(new TextEncoder().encode(CANARY.repeat(3)), CHUNK_BYTES - 15);
    const parts = smallPaper({ words: CANARY, publicWords: CANARY, bytes: () => across });
    await makeIssue(on('2026-11-20'), meeting, {}, parts);
    await makeIssue(on('2026-11-20'), meeting, { reason: 'Again' });
    const before = (await getIssuedPaper(on(LATER), meeting, '1')).files;
    expect(await findWords(db, CANARY)).not.toEqual([]);

    await withdrawIssue(on(LATER), meeting, '1', 'It named a service user');
    expect(await findWords(db, CANARY)).toEqual([]);
    const left = await db.$queryRaw<Array<{ bytes: number }>>`
      SELECT sum(length(c.bytes))::int AS bytes FROM "IssuedFileChunk" c
      JOIN "PaperIssue" p ON p.id = c."issueId" JOIN "Meeting" m ON m.id = p."meetingId"
      WHERE m.slug = ${meeting} AND p.version = 1`;
    expect(left).toEqual([{ bytes: 0 }]);

    const paper = await getIssuedPaper(on(LATER), meeting, '1');
    expect(paper).toMatchObject({
      model: null,
      withdrawn: { reason: 'It named a service user', author: { id: home.officer.id } },
      replacedBy: 2,
      mayWithdraw: false,
    });
    expect(paper.files).toEqual(before);
    for (const { audience, name } of before) {
      const gone = await failure(openPaperFile(on(LATER), meeting, '1', audience, name));
      expect(gone).toBeInstanceOf(GoneError);
      expect(String(gone)).toContain(
        'This paper was withdrawn on 1 June 2027. Reason: It named a service user',
      );
    }
    const viewer = on(LATER, home.viewer);
    expect(
      await failure(openPaperFile(viewer, meeting, '1', 'members', 'paper.pdf')),
    ).toBeInstanceOf(NotFoundError);
    expect(await identifyPaperFile(on(LATER), sha256(across))).toMatchObject({ withdrawn: true });
    // The other version stands.
    expect((await read(on(LATER), meeting, '2', 'members', 'paper.pdf')).length).toBeGreaterThan(0);
    expect((await getIssuedPaper(on(LATER), meeting)).version).toBe(2);
    expect(await failure(withdrawIssue(on(LATER), meeting, '1'))).toEqual({
      '': 'It has been withdrawn already',
    });
    expect(await failure(withdrawIssue(on(LATER), meeting, '3'))).toBeInstanceOf(NotFoundError);
    const event = await db.auditEvent.findFirstOrThrow({
      where: { kind: 'paper.withdrawn' },
      orderBy: { seq: 'desc' },
    });
    expect(event).toMatchObject({ authorId: home.officer.id, reason: 'It named a service user' });
  });
});

describe('by hand', () => {
  const owner = new pg.Client({ connectionString: url });
  let issueId = '';
  let meetingId = '';
  beforeAll(async () => {
    await owner.connect();
    const meeting = await meet();
    await makeIssue(on('2026-11-20'), meeting);
    const issue = await db.paperIssue.findFirstOrThrow({ where: { meeting: { slug: meeting } } });
    issueId = issue.id;
    meetingId = issue.meetingId;
  });
  afterAll(() => owner.end());

  async function attempt(...statements: string[]): Promise<string> {
    await owner.query('BEGIN');
    try {
      for (const statement of statements) await owner.query(statement);
      return 'done';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      await owner.query('ROLLBACK');
    }
  }
  const withdrawnBy = (person: string) => `INSERT INTO "PaperWithdrawal"
    ("issueId", "meetingId", "recordedAt", "authorId", "authorVersion", reason)
    VALUES ('${issueId}', '${meetingId}', now(), '${person}', 1, 'x')`;
  const here = () => `WHERE "issueId" = '${issueId}'`;

  test('nothing is added to an issued paper', async () => {
    const file = `INSERT INTO "IssuedFile"
      ("issueId", audience, name, ordinal, "mediaType", size, sha256)
      VALUES ('${issueId}', 'members', 'more.pdf', 9, 'x', 1, 'x')`;
    const chunk = `INSERT INTO "IssuedFileChunk" ("issueId", audience, name, index, bytes)
      VALUES ('${issueId}', 'members', 'paper.pdf', 9, 'x')`;
    expect(await attempt(file)).toMatch(/issued and is frozen/);
    expect(await attempt(chunk)).toMatch(/issued and is frozen/);
  });

  test('its words and bytes go with a withdrawal alone, and nothing else does', async () => {
    const blankModels = `UPDATE "PaperIssue" SET model = NULL, "publicModel" = NULL
      WHERE id = '${issueId}'`;
    const blankBytes = `UPDATE "IssuedFileChunk" SET bytes = '' ${here()}`;
    const refused = /is append-only: UPDATE refused/;
    expect(await attempt(blankModels)).toMatch(refused);
    expect(await attempt(blankBytes)).toMatch(refused);
    const withdrawn = withdrawnBy(home.officer.id);
    expect(await attempt(withdrawn, blankModels, blankBytes)).toBe('done');
    for (const set of [
      `"PaperIssue" SET model = '{}', "publicModel" = NULL WHERE id = '${issueId}'`,
      `"PaperIssue" SET model = NULL, "publicModel" = NULL, version = 9 WHERE id = '${issueId}'`,
      `"IssuedFileChunk" SET bytes = 'x' ${here()}`,
      `"IssuedFile" SET sha256 = '' ${here()}`,
      `"PaperIssue" SET model = NULL, "publicModel" = NULL WHERE id <> '${issueId}'`,
    ]) {
      expect(await attempt(withdrawn, `UPDATE ${set}`)).toMatch(refused);
    }
    expect(await attempt(withdrawn, `DELETE FROM "IssuedFileChunk" ${here()}`)).toMatch(
      /is append-only: DELETE refused/,
    );
  });

  test('only an officer withdraws', async () => {
    for (const person of [home.member.id, home.administrator.id]) {
      expect(await attempt(withdrawnBy(person))).toMatch(/withdrawn by an officer/);
    }
  });
});

test('a form that is sent twice issues once', async () => {
  const meeting = await meet();
  const form: IssuePaper = {
    ...opened(),
    basedOn: 0,
    kind: 'paper',
    reason: undefined,
    figures: 'refreshed',
    openChallengesAccepted: 1000,
  };
  const send = () => issuePaper(on('2026-11-20'), meeting, form, smallPaper());
  const first = await send();
  expect(await send()).toEqual(first);
  expect(await db.paperIssue.count({ where: { meeting: { slug: meeting } } })).toBe(1);
});

// Later than all else that is issued here.
test('a first due date that a paper has shown is not corrected any more', async () => {
  const meeting = await meet();
  const due = '2028-03-31';
  const early = await buildLocalAction(on('2028-01-10'), { scheduling: 'due', due });
  await makeIssue(on('2028-01-11'), meeting);
  const late = await buildLocalAction(on('2028-01-12'), { scheduling: 'due', due });
  const correct = async (reference: string) =>
    correctFirstDate(on('2028-01-13'), reference, {
      ...(await formOn(on('2028-01-13'), reference)),
      due: '2028-04-30',
      words: 'A slip',
    });
  await expect(correct(early)).rejects.toThrow(RuleError);
  await expect(correct(late)).resolves.toBeUndefined();
});
