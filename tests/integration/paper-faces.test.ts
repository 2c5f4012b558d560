import { createHash } from 'node:crypto';
import { parse as parseCsv } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { parse as parseHtml } from 'parse5';
import readExcelFile from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { issueParts } from '@/lib/data/issue-parts';
import { addReading } from '@/lib/data/local-actions';
import { clearPaper } from '@/lib/data/paper-drafts';
import { openPaperFile } from '@/lib/data/paper-files';
import { issuePaper } from '@/lib/data/papers';
import { getIssuedPaper } from '@/lib/data/papers-view';
import { cellWords } from '@/lib/domain/paper-cell';
import type { PaperModel } from '@/lib/domain/paper-model';
import { systemActor } from '@/lib/domain/permissions';
import { paperFiles } from '@/lib/papers/files';
import { buildAccount } from '@/seed/builders/accounts';
import { buildMeeting } from '@/seed/builders/board';
import { openedDraft } from '@/seed/builders/papers';
import { buildLocalAction, opened, own, rate } from '@/seed/builders/register';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';
import { hideEverything } from '../support/hidden';
import { readPdf } from '../support/read-pdf';
import { HOSTILE } from '../support/varied-paper';

const CANARY = 'zyxomma';
const NAME = `Quirinus ${CANARY}`;
const ORIGIN = 'https://tracker.example';
const FOUR = ['paper.docx', 'paper.pdf', 'paper.xlsx', 'paper.html'] as const;

const { db } = await testDatabase();
const actors = await makeActors(db);
const officer = contextOf(db, actors.away.officer);
const viewer = contextOf(db, actors.away.viewer);

type Audience = 'members' | 'public';
type Files = Record<string, Uint8Array>;

async function bytesOf(slug: string, audience: Audience, name: string) {
  const context = contextOf(db, systemActor);
  const file = await openPaperFile(context, slug, '1', audience, name);
  const pieces = [];
  for await (const piece of file.bytes) pieces.push(piece);
  const bytes = new Uint8Array(Buffer.concat(pieces));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
  return bytes;
}

async function filesOf(slug: string, audience: Audience): Promise<Files> {
  const names = [...FOUR, 'summary.pdf', 'paper.zip'];
  const all = await Promise.all(names.map((name) => bytesOf(slug, audience, name)));
  return Object.fromEntries(names.map((name, index) => [name, all[index] as Uint8Array]));
}

function textOf(node: { value?: string; childNodes?: unknown[]; nodeName?: string }): string {
  if (node.nodeName === 'style') return '';
  return `${node.value ?? ''} ${(node.childNodes ?? [])
    .map((child) => textOf(child as Parameters<typeof textOf>[0]))
    .join(' ')}`;
}

/** Everything that a reader of each face finds in it. */
const READ: Record<(typeof FOUR)[number], (bytes: Uint8Array) => Promise<string>> = {
  'paper.docx': async (bytes) =>
    (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value,
  'paper.pdf': async (bytes) =>
    (await readPdf(new Uint8Array(bytes))).pages.flatMap(({ runs }) => runs).join(' '),
  'paper.xlsx': async (bytes) =>
    (await readExcelFile(Buffer.from(bytes)))
      .flatMap(({ data }) => data.flat())
      .map(String)
      .join(' '),
  'paper.html': async (bytes) => textOf(parseHtml(strFromU8(bytes)) as never),
};

/** Letters and digits alone: where a line breaks is each format’s own matter. */
const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
/** What PDF readers hand back in an order of their own. */
const rightToLeft = (text: string) => /\p{Script=Arabic}/u.test(text);

const rowsOf = ({ appendices }: PaperModel) =>
  appendices.flatMap(({ parts }) =>
    parts.flatMap((part) => part.rows.map((row) => ({ part, row }))),
  );

let slug: string;
let model: PaperModel;
let members: Files;
let anybody: Files;

beforeAll(async () => {
  slug = await buildMeeting(contextOf(db), {
    date: '2026-11-23',
    startsAt: '09:00',
    venue: 'Hall',
  });
  const { id } = await buildAccount(contextOf(db), {
    email: 'manager@example.org',
    name: NAME,
    position: 'Housing manager',
    roles: ['member'],
    organisationId: actors.awayId,
  });
  let open = '';
  for (const [index, text] of HOSTILE.entries()) {
    open = await buildLocalAction(officer, { shortTitle: text.slice(0, 120), text });
    await own(officer, open, { ownerId: id });
    await rate(officer, open, {
      rag: index % 2 ? 'red' : 'amber',
      headline: text.slice(0, 200),
      words: index ? text : 'Four thousand characters. '.repeat(153),
      recovery: `As ${NAME} says: ${text}`.slice(0, 1000),
    });
  }
  await hideEverything({ ...actors, officer }, CANARY, open, slug);
  await clearPaper(officer, slug, {
    ...(await openedDraft(officer, slug)),
    clearedBy: NAME,
    clearedRole: 'Director of public health',
  });
  await issuePaper(
    officer,
    slug,
    {
      ...(await openedDraft(officer, slug)),
      kind: 'paper',
      reason: undefined,
      figures: 'refreshed',
      openChallengesAccepted: 10_000,
    },
    issueParts((one) => paperFiles(one, ORIGIN)),
  );
  model = (await getIssuedPaper(contextOf(db, systemActor), slug)).model as PaperModel;
  members = await filesOf(slug, 'members');
  anybody = await filesOf(slug, 'public');
}, 120_000);

describe('the four faces of an issued paper', () => {
  test.each(FOUR)('%s has the references of the model, in its order', async (name) => {
    const text = await READ[name](members[name] as Uint8Array);
    const references = rowsOf(model).flatMap(({ row }) => row.reference ?? []);
    expect(references.length).toBeGreaterThan(60);
    // In the appendices, which come last: each after the one before.
    let from = text.length;
    for (const reference of [...references].reverse()) {
      const place = text
        .slice(0, from)
        .search(
          new RegExp(
            `\\b${reference.replace('.', '\\.')}\\b(?![\\s\\S]*\\b${reference.replace('.', '\\.')}\\b)`,
          ),
        );
      expect(place, `${reference} before place ${from}`).toBeGreaterThan(-1);
      from = place;
    }
  });

  test.each(FOUR)('%s has the words of every cell', async (name) => {
    const text = letters(await READ[name](members[name] as Uint8Array));
    for (const { part, row } of rowsOf(model)) {
      for (const [index, cell] of row.cells.entries()) {
        const { kind = 'text', print = null } = part.columns[index] ?? {};
        // What stands in spreadsheets alone is printed nowhere.
        if (print === null && name !== 'paper.xlsx') {
          continue;
        }
        // Excel keeps dates as dates, which its own test reads.
        if (cell === null || (kind === 'date' && name === 'paper.xlsx')) continue;
        const said = cellWords(cell, kind);
        if (rightToLeft(said) || /\p{Extended_Pictographic}/u.test(said)) continue;
        // A long cell of a PDF goes over pages, with their heads and feet between its sentences.
        for (const piece of name === 'paper.pdf' ? said.split(/(?<=\.) /) : [said]) {
          expect(text, `${row.reference} ${part.columns[index]?.key}`).toContain(letters(piece));
        }
      }
    }
  });

  test('the same counts stand in all that have words', async () => {
    const [position = ''] =
      model.sections[1]?.paragraphs[0]?.blocks
        .flatMap((block) =>
          block.kind === 'list'
            ? block.items.map(([first]) =>
                first?.kind === 'paragraph' ? first.spans.map(({ text }) => text).join('') : '',
              )
            : [],
        )
        .filter((line) => line.includes('local actions')) ?? [];
    expect(position).toMatch(/^\d+ local actions: /);
    for (const name of ['paper.docx', 'paper.pdf', 'paper.html'] as const) {
      expect(letters(await READ[name](members[name] as Uint8Array))).toContain(letters(position));
    }
  });

  test('the archive holds the same bytes, and a CSV for each table with the same cells', () => {
    const archive = unzipSync(members['paper.zip'] as Uint8Array);
    for (const name of FOUR) {
      expect(Buffer.compare(archive[name] as Uint8Array, members[name] as Uint8Array)).toBe(0);
    }
    for (const { parts } of model.appendices) {
      for (const { key, rows } of parts) {
        const records: string[][] = parseCsv(Buffer.from(archive[`${key}.csv`] as Uint8Array), {
          bom: true,
        });
        expect(records).toHaveLength(rows.length + 1);
      }
    }
  });
});

describe('the public files', () => {
  /** Every byte of a file, and of whatever is packed in it. */
  async function inflated(name: string, bytes: Uint8Array): Promise<string> {
    if (name.endsWith('.pdf')) {
      const pdf = await readPdf(new Uint8Array(bytes));
      return JSON.stringify(pdf) + Buffer.from(bytes).toString('latin1');
    }
    if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return Buffer.from(bytes).toString();
    const parts = Object.entries(unzipSync(bytes));
    const all = await Promise.all(
      parts.map(async ([path, part]) => path + (await inflated(path, part))),
    );
    return all.join('\n');
  }

  test('hold nothing restricted and no name, properties included', async () => {
    for (const [name, bytes] of Object.entries(anybody)) {
      const text = (await inflated(name, bytes)).toLowerCase();
      expect(text, name).not.toContain(CANARY);
      expect(text.length).toBeGreaterThan(1000);
    }
    // The members’ files do: the search finds what there is.
    for (const name of FOUR) {
      expect((await inflated(name, members[name] as Uint8Array)).toLowerCase(), name).toContain(
        CANARY,
      );
    }
  });

  test('are what a viewer gets, also in the model', async () => {
    const issued = await getIssuedPaper(viewer, slug);
    expect(issued.audience).toBe('public');
    expect(JSON.stringify([issued.model, issued.files])).not.toContain(CANARY);
  });
});

describe('an addendum', () => {
  const at = contextOf(db, actors.away.officer, new Date('2026-11-25T10:00:00Z'));
  let text: Record<Audience, string>;

  beforeAll(async () => {
    await rate(at, 'A2', {
      rag: 'green',
      headline: 'What came in late',
      words: `By ${NAME}`,
      recovery: undefined,
    });
    // And what is restricted, which nobody but members reads of.
    const { reference } = await db.item.findFirstOrThrow({ where: { restricted: true } });
    await own(at, reference, { ownerId: actors.away.member.id });
    await issuePaper(
      { ...at, now: new Date('2026-11-25T11:00:00Z') },
      slug,
      {
        ...(await openedDraft(officer, slug)),
        kind: 'addendum',
        reason: undefined,
        figures: 'refreshed',
        openChallengesAccepted: 10_000,
      },
      issueParts((one) => paperFiles(one, ORIGIN)),
    );
    const { model: forMembers, publicModel } = await getIssuedPaper(
      { ...at, now: new Date('2026-11-25T12:00:00Z') },
      slug,
      'addendum-1',
    );
    text = { members: JSON.stringify(forMembers), public: JSON.stringify(publicModel) };
  });

  test('holds what changed since the paper, and nothing else', () => {
    const references = (of: string) =>
      rowsOf(JSON.parse(of) as PaperModel).flatMap(({ row }) => row.reference ?? []);
    expect(references(text.public)).toEqual(['A2']);
    expect(references(text.members)).toHaveLength(2);
    expect(text.members).toContain('What came in late');
    expect(text.public).toContain('changes to 1 line,');
    expect(text.members).toContain('changes to 2 lines,');
  });

  test('has a public version too', () => {
    expect(text.members).toContain(CANARY);
    expect(text.public).not.toContain(CANARY);
    expect(text.public).toContain('Housing manager');
  });
});

test('nothing that happens later changes a byte', async () => {
  const later = contextOf(db, actors.away.officer, new Date('2026-11-24T10:00:00Z'));
  await rate(later, 'A1', {
    rag: 'green',
    headline: 'All done',
    words: 'Now',
    recovery: undefined,
  });
  await addReading(later, 'A1', { readOn: '2026-11-01', value: '5', ...opened() });
  await own(later, 'R1', { ownerId: actors.away.member.id });
  const hashes = (files: Files) =>
    Object.values(files).map((bytes) => createHash('sha256').update(bytes).digest('hex'));
  expect(hashes(await filesOf(slug, 'members'))).toEqual(hashes(members));
  expect(hashes(await filesOf(slug, 'public'))).toEqual(hashes(anybody));
  expect((await getIssuedPaper(later, slug)).changed).toContain('A1');
});
