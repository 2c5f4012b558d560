import { describe, expect, test } from 'vitest';
import type { PaperParagraph } from '@/lib/domain/paper-model';
import { parseProse } from '@/lib/domain/prose';
import { paperWord } from '@/lib/papers/word';
import { variedPaper } from '../support/varied-paper';
import { brokenParts, partsOf } from '../support/word-file';

const paragraph = (number: string, markdown: string): PaperParagraph => ({
  number,
  heading: null,
  blocks: parseProse(markdown),
  charts: [],
});

/** A paper of that section and one more. @param section the summary stands in 2 */
async function written(markdown: string[], section = '1') {
  const paragraphs = markdown.map((one, index) => paragraph(`${section}.${index + 1}`, one));
  const last = { number: '3', heading: 'AND THEN', paragraphs: [paragraph('3.1', 'The end')] };
  const sections = [{ number: section, heading: 'WORDS', paragraphs }, last];
  const bytes = await paperWord(variedPaper({ sections, appendices: [] }));
  const part = partsOf(bytes);
  const document = part('word/document.xml');
  const found = (document.match(/<w:p>.*?<\/w:p>/gs) ?? []).map((xml) => ({
    xml,
    text: xml.replace(/<w:tab\/>/g, ' ').replace(/<[^>]+>/g, ''),
  }));
  const said = (text: string) => found.findLast((one) => one.text === text)?.xml ?? '';
  return { bytes, part, document, said };
}

describe('links', () => {
  test('never stop the file from opening, whatever their address', async () => {
    const addresses = ['a.example/\u0001x', 'a.example/\uD800x', 'a.example/\uFFFFx'];
    const { bytes, part, said } = await written([
      `Go ${addresses.map((one) => `[here](<https://${one}>)`).join(' ')}`,
    ]);
    expect(brokenParts(bytes)).toEqual([]);
    expect(said('1.1\tGo here here here')).toContain('<w:hyperlink');
    expect(
      [...part('word/_rels/document.xml.rels').matchAll(/Target="(https?:[^"]*)"/g)].map(
        ([, target]) => target,
      ),
    ).toEqual([
      'https://a.example/%01x',
      'https://a.example/%EF%BF%BDx',
      'https://a.example/%EF%BF%BFx',
    ]);
  });

  test('are words alone where the address is none', async () => {
    const { said } = await written(['Go [here](https://a:b:c/)']);
    expect(said('1.1\tGo here')).toContain('here');
    expect(said('1.1\tGo here')).not.toContain('<w:hyperlink');
  });
});

describe('lists', () => {
  test('that are numbered each begin at 1, and know how deep they are', async () => {
    const { part, document, said } = await written([
      '- first\n  1. one\n  2. two\n- second\n  1. again one\n\nWords\n\n1. outer',
    ]);
    const numbering = part('word/numbering.xml');
    const listOf = (text: string) => {
      const [, level, list] =
        /<w:ilvl w:val="(\d+)"\/><w:numId w:val="(\d+)"\/>/.exec(said(text)) ?? [];
      const [, kind] =
        new RegExp(`<w:num w:numId="${list}"[^>]*><w:abstractNumId w:val="(\\d+)"/>`).exec(
          numbering,
        ) ?? [];
      return { level, kind };
    };
    expect(document).toContain('again one');
    expect(['one', 'two', 'again one', 'outer'].map((text) => listOf(text).level)).toEqual([
      '1',
      '1',
      '1',
      '0',
    ]);
    expect(listOf('one').kind).toBe(listOf('two').kind);
    expect(new Set(['one', 'again one', 'outer'].map((text) => listOf(text).kind)).size).toBe(3);
  });

  test('stay on the page of what leads to them', async () => {
    const { said } = await written(['Alone\n\nWhat moved:\n\n- R1', 'What is Red:\n\n- R2']);
    expect(said('What moved:')).toContain('<w:keepNext/>');
    expect(said('1.2\tWhat is Red:')).toContain('<w:keepNext/>');
    expect(said('1.1\tAlone')).not.toContain('<w:keepNext/>');
  });
});

describe('a numbered paragraph', () => {
  test('has all its words to the right of its number', async () => {
    const { said } = await written(['First\n\nSecond\n\n- item\n\n  more of it']);
    const left = (text: string) => Number(/<w:ind [^>]*w:left="(\d+)"/.exec(said(text))?.[1]);
    expect(said('1.1\tFirst')).toContain('<w:pStyle w:val="Numbered"/>');
    expect(left('Second')).toBe(680);
    expect(left('item')).toBe(1080);
    expect(left('more of it')).toBe(1080);
  });

  test.each([
    ['the next paragraph', ['Position'], '2.1\tPosition'],
    ['the next section', [], '3 AND THEN'],
  ])('begins a page after the summary, without an empty line: %s', async (_, markdown, text) => {
    const { document, said } = await written(markdown, '2');
    expect(said(text)).toContain('<w:pageBreakBefore/>');
    expect(said('2 WORDS')).toContain('<w:pageBreakBefore/>');
    expect(document.match(/<w:pageBreakBefore\/>/g)).toHaveLength(2);
  });
});
