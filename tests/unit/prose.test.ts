import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseProse, plain, proseText } from '@/lib/domain/prose';
import { HOSTILE } from '../support/varied-paper';

describe('the Markdown of a paper', () => {
  test('knows paragraphs, lists, bold, italics and links', () => {
    expect(
      parseProse(
        'One **bold *both*** and [a link](https://example.org/a?b=1).\n\n1. first\n   - in it',
      ),
    ).toEqual([
      {
        kind: 'paragraph',
        spans: [
          { text: 'One ' },
          { text: 'bold ', bold: true },
          { text: 'both', bold: true, italic: true },
          { text: ' and ' },
          { text: 'a link', href: 'https://example.org/a?b=1' },
          { text: '.' },
        ],
      },
      {
        kind: 'list',
        ordered: true,
        items: [
          [
            { kind: 'paragraph', spans: [{ text: 'first' }] },
            {
              kind: 'list',
              ordered: false,
              items: [[{ kind: 'paragraph', spans: [{ text: 'in it' }] }]],
            },
          ],
        ],
      },
    ]);
  });

  test.each([
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['a <b>word</b>', 'a <b>word</b>'],
    ['# Heading', '# Heading'],
    ['a ![picture](x.png)', 'a ![picture](x.png)'],
    ['a `code`', 'a `code`'],
    ['```\ncode\n```', '``` code ```'],
  ])('keeps what it does not know as it was typed: %s', (typed, words) => {
    expect(proseText(parseProse(typed))).toBe(words);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', '//example.org', 'file:///etc/passwd'])(
    'links to no %s',
    (address) => {
      expect(JSON.stringify(parseProse(`[here](${address})`))).not.toContain('href');
    },
  );

  test.each([...HOSTILE])('data is data: %s', (text) => {
    expect(proseText(parseProse(plain(text)))).toBe(text.replace(/\s+/g, ' ').trim());
  });

  test('whatever the data', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const words = text.replaceAll('\0', '').replace(/\s+/g, ' ').trim();
        expect(proseText(parseProse(plain(words)))).toBe(words);
      }),
    );
  });
});
