import { performance } from 'node:perf_hooks';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PaperModel } from '@/lib/domain/paper-model';
import { parseProse, proseText } from '@/lib/domain/prose';
import { paperPdf, summaryPdf } from '@/lib/papers/pdf';
import { drawingOf } from '@/lib/papers/pdf-drawing';
import { type ReadPdf, readPdf, tagsOf } from '@/tests/support/read-pdf';
import { HOSTILE, variedPaper } from '@/tests/support/varied-paper';

/** The letters alone: where lines are broken and which form a letter has differs from file to file. */
const letters = (text: string) =>
  text.normalize('NFKC').replace(/\s|\p{Default_Ignorable_Code_Point}/gu, '');
const ARABIC = /\p{Script=Arabic}/u;
const lettersOf = ({ pages }: ReadPdf) => letters(pages.flatMap(({ runs }) => runs).join(''));
const wordsOf = (page: ReadPdf['pages'][number] | undefined) => page?.runs.join(' ') ?? '';
const tagsIn = ({ pages }: ReadPdf) => pages.flatMap(({ tags }) => tagsOf(tags));
const read = async (model: PaperModel) => readPdf(await paperPdf(model));

/** A paper of one paragraph that says this. */
function saying(text: string): PaperModel {
  const paragraph = {
    number: '1.1',
    heading: null,
    blocks: [{ kind: 'paragraph' as const, spans: [{ text }] }],
    charts: [],
  };
  return variedPaper({
    summary: { heading: 'Summary', parts: [] },
    sections: [{ number: '1', heading: 'SECTION', paragraphs: [paragraph] }],
    appendices: [],
  });
}

describe('a paper with everything in it', () => {
  const model = variedPaper();
  let pdf: ReadPdf;
  beforeAll(async () => {
    pdf = await read(model);
  }, 30_000);

  test('has every reference, in order', () => {
    const found = pdf.pages.flatMap(({ runs }) => runs.filter((text) => /^[RA]\d+$/.test(text)));
    const tables = model.appendices.flatMap(({ parts }) => parts);
    const expected = tables.flatMap(({ rows }) => rows.flatMap(({ reference }) => reference ?? []));
    expect(expected).toHaveLength(72);
    // "A4" also stands by itself, in bold, where its closure is asked for.
    expect(found).toEqual(['A4', ...expected]);
  });

  test.each(HOSTILE)('says %s as it was typed', (text) => {
    // The reader gives the words of a line of Arabic from left to right.
    for (const part of ARABIC.test(text) ? text.split(' ') : [text]) {
      const found = lettersOf(pdf).split(letters(part)).length - 1;
      // In a paragraph, a heading or none, and several rows.
      expect(found).toBeGreaterThan(3);
    }
  });

  test('prints long titles and long updates whole', () => {
    const cells = model.appendices
      .flatMap(({ parts }) => parts)
      .flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    const long = cells.filter((cell) => typeof cell === 'string' && cell.length >= 300);
    expect(long.map((cell) => String(cell).length)).toEqual([300, 4000]);
    // The head of the table comes between where a cell goes on to the next page.
    const body = pdf.pages.map(({ runs }) => letters(runs.join(''))).join('');
    const heads = body
      .replaceAll(letters(`${model.board.name}, 3 December 2026`), '')
      .replace(/Page\d+of\d+|Draft(?=Ref)|RefLocalactionOwnerandleadDueRAGProgress/g, '');
    for (const cell of long) expect(heads).toContain(letters(String(cell)));
  });

  test('has one H1, the title, and skips no level of heading', () => {
    const levels = tagsIn(pdf).flatMap(({ role }) => /^H(\d)$/.exec(role)?.[1] ?? []);
    const depths = levels.map(Number);
    expect(depths.filter((level) => level === 1)).toEqual([1]);
    expect(depths[0]).toBe(1);
    expect(depths.slice(1).every((level, at) => level <= (depths[at] ?? 0) + 1)).toBe(true);
    expect(Math.max(...depths)).toBe(4);
  });

  test('has bookmarks for the same headings', () => {
    const titles = pdf.outline.map(({ title, depth }) => `${depth} ${letters(title)}`);
    expect(titles).toContain(`1 ${letters(model.title)}`);
    expect(titles).toContain(`2 ${letters('2 WHAT ARE THE CRITICAL ITEMS/ISSUES FOR FOCUS?')}`);
    expect(titles).toContain(`3 ${letters('2.1 Position')}`);
    expect(titles).toContain(`2 ${letters('Appendix 2: The local actions')}`);
    const headings = tagsIn(pdf).filter(({ role }) => /^H\d$/.test(role));
    expect(pdf.outline).toHaveLength(headings.length);
  });

  test('marks the header cells of each table, and describes each figure', () => {
    const tags = tagsIn(pdf);
    const tables = tags.filter(({ role }) => role === 'Table');
    expect(tables.length).toBeGreaterThanOrEqual(6);
    for (const table of tables) {
      const inside = tagsOf(table).map(({ role }) => role);
      expect(inside).toContain('THead');
      expect(inside.filter((role) => role === 'TH').length).toBeGreaterThan(1);
    }
    const figures = tags.filter(({ role }) => role === 'Figure');
    const charts = model.sections.flatMap(({ paragraphs }) =>
      paragraphs.flatMap((paragraph) => paragraph.charts),
    );
    expect(figures.map(({ alt }) => alt)).toEqual(charts.map(({ alternative }) => alternative));
  });

  test('prints the numbers of each chart as a table too', () => {
    const page = pdf.pages.find((each) => wordsOf(each).includes('RAG by theme, in numbers'));
    expect(letters(wordsOf(page))).toContain('Housing&home1200' + '03' + 'Workforce003014');
  });

  test('has a title and a language', () => {
    expect(pdf.title).toBe(model.title);
    expect(pdf.language).toBe('en-GB');
  });

  test('says on each page that it is a draft, of which board, and which page of how many', () => {
    pdf.pages.forEach((page, index) => {
      expect(page.runs).toContain('Draft');
      expect(wordsOf(page)).toContain(
        'Exampleshire Drug and Alcohol Delivery Board, 3 December 2026',
      );
      expect(wordsOf(page)).toContain(`Page ${index + 1} of ${pdf.pages.length}`);
    });
  });

  test('repeats the head of a table on each of its pages', () => {
    const actions = pdf.pages.filter(({ runs }) => runs.some((text) => /^A\d+$/.test(text)));
    const appendix = actions.filter(({ width, height }) => width > height);
    expect(appendix.length).toBeGreaterThan(3);
    for (const { runs } of appendix) {
      expect(runs).toEqual(expect.arrayContaining(['Ref', 'Due', 'RAG', 'Progress']));
    }
  });

  test('is upright but for the wide tables', () => {
    const lying = pdf.pages.map(({ width, height }) => width > height);
    expect(lying.slice(0, 4)).toEqual([false, false, false, false]);
    expect(lying.at(-1)).toBe(false);
    expect(lying.filter(Boolean).length).toBeGreaterThan(5);
  });

  test('has no letter below 11 points, and no font that was not brought', () => {
    expect(Math.min(...pdf.pages.flatMap(({ sizes }) => sizes))).toBeGreaterThanOrEqual(10.99);
    const fonts = [...new Set(pdf.pages.flatMap((page) => page.fonts))].toSorted();
    expect(fonts).toEqual([
      'NotoEmoji-Bold',
      'NotoEmoji-Regular',
      'NotoSans-Bold',
      'NotoSans-Italic',
      'NotoSans-Regular',
      'Vazirmatn-Bold',
      'Vazirmatn-Regular',
    ]);
  });

  test('breaks no short word in its narrow columns', () => {
    const runs = pdf.pages.flatMap((page) => page.runs);
    const ratings = runs.filter((text) =>
      ['Red', 'Amber', 'Green', 'Blue', 'Not rated'].includes(text),
    );
    // 32 and 40 rows, the key, and the heads of the two tables of numbers.
    expect(ratings).toHaveLength(32 + 40 + 5 + 2 * 5);
    expect(runs).toContain('15 September 2027');
  });

  test('links what is a link, and nothing else', () => {
    const links = new Set(pdf.pages.flatMap((page) => page.links));
    expect([...links]).toEqual(['https://www.gov.uk/a?b=1&c=2']);
  });
});

test('the summary of a paper has a page to itself, before the paragraphs of section 2', async () => {
  const { pages } = await read(variedPaper());
  expect(wordsOf(pages[1])).toContain('What you will be asked');
  expect(wordsOf(pages[1])).not.toContain('2.1');
  expect(wordsOf(pages[2])).toContain('2.1');
});

test.each<[Partial<PaperModel>, string]>([
  [{ state: 'cleared' }, 'Cleared, not issued'],
  [{ state: 'issued', version: 2 }, 'Version 2'],
  [{ state: 'issued', audience: 'public' }, 'Public version'],
])('a paper that is %o says so on each page', async (state, words) => {
  const { pages } = await read(variedPaper(state, { recommendations: 2, localActions: 2 }));
  for (const { runs } of pages) {
    expect(runs).toContain(words);
    expect(runs).not.toContain('Draft');
  }
});

test('each chart is its own picture', () => {
  const { paper, pictures } = drawingOf(variedPaper());
  const charts = paper.sections.flatMap(({ paragraphs }) =>
    paragraphs.flatMap((each) => each.charts),
  );
  const titles = charts.map(
    ({ picture }) => /<title>(.*)<\/title>/.exec(pictures[picture] ?? '')?.[1],
  );
  expect(titles).toEqual(['RAG by theme', 'RAG over the last meetings']);
});

test('while a long paper is drawn, the process can do something else', async () => {
  const model = variedPaper({}, { recommendations: 32, localActions: 500 });
  const before = performance.eventLoopUtilization();
  await paperPdf(model);
  expect(performance.eventLoopUtilization(before).active).toBeLessThan(500);
}, 30_000);

test('the same paper is the same bytes', async () => {
  const model = variedPaper({}, { recommendations: 3, localActions: 3 });
  expect(Buffer.from(await paperPdf(model)).equals(await paperPdf(model))).toBe(true);
});

test.each([
  ['≥ → ✓ ● £ € Ελληνικά Кириллица', '≥ → ✓ ● £ € Ελληνικά Кириллица'],
  ['part ①', 'part 1'],
  ['in 日本', 'in \uFFFD\uFFFD'],
  ['a\u0007b\uD800c', 'abc'],
])('%j is printed as %j', async (typed, printed) => {
  expect(lettersOf(await read(saying(typed)))).toContain(letters(printed));
});

test('a paper that cannot be drawn says why, without a path, and the next one can', async () => {
  const failing = paperPdf(variedPaper({ cutOff: 'never' }));
  await expect(failing).rejects.toThrow(Error);
  const broken = saying('x');
  const impossible = { ...broken, title: '' };
  const error = await paperPdf(impossible).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Error);
  expect(String(error)).toContain('The PDF could not be drawn');
  expect(String(error)).not.toMatch(/[\\/]\w/);
  await expect(read(broken)).resolves.toMatchObject({ language: 'en-GB' });
});

describe('the summary by itself', () => {
  const long = Array.from({ length: 90 }, (_, index) => `- R${index + 1} ${HOSTILE[0]}`).join('\n');
  const summary = (markdown: string) => ({
    heading: 'Summary',
    parts: ['What moved', 'What is Red', 'What you will be asked'].map((heading) => ({
      heading,
      blocks: parseProse(markdown),
    })),
  });

  test('is one page with all of its words, tagged and titled', async () => {
    const model = variedPaper();
    const pdf = await readPdf(await summaryPdf(model));
    expect(pdf.pages).toHaveLength(1);
    expect(pdf).toMatchObject({ language: 'en-GB', title: model.title });
    expect(tagsIn(pdf).filter(({ role }) => role === 'H1')).toHaveLength(1);
    for (const { heading, blocks } of model.summary.parts) {
      expect(lettersOf(pdf)).toContain(letters(heading));
      for (const line of proseText(blocks).split('\n')) {
        expect(lettersOf(pdf)).toContain(letters(line));
      }
    }
    expect(pdf.pages[0]?.runs).toContain('Draft');
  });

  test('shortens lists that are too long for a page, says by how much, and no letters', async () => {
    const pdf = await readPdf(await summaryPdf(variedPaper({ summary: summary(long) })));
    expect(pdf.pages).toHaveLength(1);
    const more = /and (\d+) more/.exec(wordsOf(pdf.pages[0]))?.[1];
    const kept = wordsOf(pdf.pages[0]).match(/\bR\d+ She said/g)?.length ?? 0;
    expect(Number(more)).toBe(90 - kept / 3);
    expect(kept).toBeGreaterThanOrEqual(9);
    expect(Math.min(...(pdf.pages[0]?.sizes ?? []))).toBeGreaterThanOrEqual(10.99);
  });

  test('is one page even where a paragraph alone is longer', async () => {
    const pdf = await readPdf(
      await summaryPdf(variedPaper({ summary: summary('All of it is prose. '.repeat(400)) })),
    );
    expect(pdf.pages).toHaveLength(1);
    expect(wordsOf(pdf.pages[0])).toContain('…');
  });
});
