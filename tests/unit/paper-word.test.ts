import { Packer } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { PaperModel } from '@/lib/domain/paper-model';
import { paperWord } from '@/lib/papers/word';
import { HOSTILE, variedPaper } from '../support/varied-paper';

const words = (text: string) => text.replace(/\s+/g, ' ').trim();

async function read(model: PaperModel) {
  const bytes = await paperWord(model);
  const parts = unzipSync(bytes);
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  return { parts, part, text: words(value), html };
}

describe('a paper as a Word file', () => {
  const model = variedPaper();
  let file: Awaited<ReturnType<typeof read>>;
  beforeAll(async () => {
    file = await read(model);
  });

  test('has every reference, in the order of the model', () => {
    const wanted = model.appendices.flatMap(({ parts }) =>
      parts.flatMap(({ rows }) => rows.flatMap(({ reference }) => reference ?? [])),
    );
    const found = [...file.html.matchAll(/<tr><td><p>([RA]\d+)<\/p><\/td>/g)].map(([, one]) => one);
    expect(found).toEqual(wanted);
  });

  test.each([...HOSTILE])('has the words: %s', (text) => {
    expect(file.text).toContain(words(text));
  });

  test('has every word of every cell', () => {
    for (const { parts } of model.appendices) {
      for (const { rows, caption } of parts) {
        expect(file.text).toContain(words(caption));
        for (const cell of rows.flatMap(({ cells }) => cells)) {
          if (typeof cell === 'string' && !/^\d{4}-\d\d-\d\d$/.test(cell)) {
            expect(file.text).toContain(words(cell));
          }
        }
      }
    }
    expect(file.text).toContain('15 January 2027');
  });

  test('has headings in their order, each a place that the contents lead to', () => {
    const document = file.part('word/document.xml');
    const levels = [...document.matchAll(/<w:pStyle w:val="(Title|Heading(\d))"\/>/g)].map(
      ([, name, level]) => (name === 'Title' ? 0 : Number(level)),
    );
    expect(levels[0]).toBe(0);
    expect(levels.filter((level) => level === 0)).toHaveLength(1);
    for (const [index, level] of levels.entries()) {
      expect(level - (levels[index - 1] ?? -1)).toBeLessThanOrEqual(1);
    }
    const anchors = [...document.matchAll(/w:anchor="(\w+)"/g)].map(([, anchor]) => anchor);
    const bookmarks = [...document.matchAll(/<w:bookmarkStart w:name="(\w+)"/g)].map(
      ([, name]) => name,
    );
    expect(anchors.length).toBeGreaterThan(10);
    const styles = [...document.matchAll(/<w:pStyle w:val="(TOC\d)"/g)].map(([, style]) => style);
    expect(new Set(styles)).toEqual(new Set(['TOC1', 'TOC2']));
    for (const style of styles) {
      expect(file.part('word/styles.xml')).toContain(`w:styleId="${style}"`);
    }
    expect(bookmarks).toEqual(expect.arrayContaining(anchors));
  });

  test('repeats the header of each table, in fixed widths', () => {
    const tables = file.part('word/document.xml').match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
    expect(tables).toHaveLength(6);
    for (const table of tables) {
      expect(table).toMatch(/^<w:tbl>.*?<w:tr><w:trPr>(<w:cantSplit\/>)?<w:tblHeader\/>/s);
      expect(table).toContain('<w:tblLayout w:type="fixed"/>');
      expect(table).toMatch(/<w:tblLook [^>]*w:firstRow="(true|1)"/);
    }
  });

  test('keeps each table of numbers on one page', () => {
    const tables = (file.part('word/document.xml').match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []).filter(
      (table) => table.includes('Total'),
    );
    expect(tables).toHaveLength(2);
    for (const table of tables) {
      const rows = table.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
      const kept = rows.map((row) => row.includes('<w:keepNext/>'));
      expect(kept).toEqual(rows.map((_, index) => index < rows.length - 1));
    }
    expect(file.text).toContain('RAG by theme, in numbers');
  });

  test('turns pages where a table needs it, and back', () => {
    const pages = [
      ...file.part('word/document.xml').matchAll(/<w:pgSz [^>]*w:orient="(\w+)"/g),
    ].map(([, orientation]) => orientation);
    expect(pages).toEqual(['portrait', 'landscape', 'landscape', 'portrait']);
  });

  test('is in English, has a title, and no name of a person among its properties', () => {
    expect(file.part('word/styles.xml')).toContain('<w:lang w:val="en-GB"');
    const properties = file.part('docProps/core.xml');
    expect(properties).toContain('<dc:title>Progress on the independent review of drugs &amp;');
    expect(properties).toContain(
      '<dc:creator>Exampleshire Drug and Alcohol Delivery Board</dc:creator>',
    );
    expect(properties).toContain(
      '<cp:lastModifiedBy>Exampleshire Drug and Alcohol Delivery Board</cp:lastModifiedBy>',
    );
    expect(properties).toContain('Figures as at 19 November 2026, 16:30');
  });

  test('says in words what each picture shows', () => {
    const described = [
      ...file.part('word/document.xml').matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g),
    ].map(([, text]) => text);
    expect(described).toEqual([
      'Housing: 1 Red, 2 Amber. Workforce: 3 Green, 1 Not rated.',
      '25 June 2026: 4 Red. 17 September 2026: 2 Red, 2 Green.',
    ]);
    const ids = [...file.part('word/document.xml').matchAll(/<wp:docPr id="(\d+)"/g)];
    expect(new Set(ids.map(([, id]) => id)).size).toBe(2);
    expect(Object.keys(file.parts).filter((name) => /media\/.*svg$/.test(name))).toHaveLength(2);
    expect(Object.keys(file.parts).filter((name) => /media\/.*png$/.test(name))).toHaveLength(2);
  });

  test('says a status by its word on its shade', () => {
    expect(file.part('word/document.xml')).toMatch(
      /<w:shd [^>]*w:fill="fbe7e4"[^>]*\/><\/w:tcPr><w:p>.*?<w:t [^>]*>Red<\/w:t>/s,
    );
  });

  test.each([
    ['draft', 'Draft'],
    ['cleared', 'Cleared, not issued'],
    ['issued', ''],
  ] as const)('of a paper that is %s says so on each page', async (state, mark) => {
    const { parts, part } = await read(variedPaper({ state }));
    const headers = Object.keys(parts).filter((name) => /^word\/header\d+\.xml$/.test(name));
    expect(headers.length).toBeGreaterThan(0);
    for (const header of headers) {
      const said = part(header).replace(/<[^>]+>/g, '');
      expect(said).toBe(mark);
    }
    expect(part('word/footer1.xml')).toMatch(/PAGE.*NUMPAGES/s);
  });

  test('opens whatever control characters were typed', async () => {
    const title = 'A\u0000B\u0008C\uFFFFD\uD800E';
    const { text, part } = await read(variedPaper({ title }));
    expect(text).toContain('ABCDE');
    expect(part('docProps/core.xml')).toContain('<dc:title>ABCDE</dc:title>');
  });

  test('lets others have a turn before it makes the document, and before it writes it', async () => {
    const happened: string[] = [];
    const write = vi.spyOn(Packer, 'toArrayBuffer').mockImplementation(async () => {
      happened.push('written');
      return new ArrayBuffer(0);
    });
    const watched = new Proxy(model, {
      get(target, key, receiver) {
        if (key === 'sections') happened.push('made');
        return Reflect.get(target, key, receiver);
      },
    });
    let over = false;
    const turn = () => {
      happened.push('turn');
      if (!over) setImmediate(turn);
    };
    setImmediate(turn);
    await paperWord(watched);
    over = true;
    write.mockRestore();
    const order = happened.filter((one, index) => one !== happened[index - 1]);
    expect(order.slice(0, 4)).toEqual(['turn', 'made', 'turn', 'written']);
  });
});
