import { describe, expect, test } from 'vitest';
import type { PaperChart } from '@/lib/domain/paper-model';
import { drawChart } from '@/lib/papers/chart';
import { chartPng } from '@/lib/papers/chart-png';
import { HOSTILE } from '@/tests/support/varied-paper';

const NONE = { red: 0, amber: 0, green: 0, blue: 0, not_rated: 0 };
const chart = (rows: PaperChart['rows']): PaperChart => ({
  key: 'rag-by-theme',
  title: 'RAG by theme & board',
  alternative: 'Housing: 1 Red, 2 Amber.',
  rowsAre: 'Theme',
  rows,
});

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const read = (xml: string) => xml.replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? '?');

/** What a reader sees, in order. */
const words = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, xml]) => read(xml ?? ''));

/** Of each coloured segment of the rows: its place and width. */
const boxes = (svg: string) =>
  [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="23"/g)].map(
    ([, x, width]) => ({ x: Number(x), width: Number(width) }),
  );

describe('a chart', () => {
  test('says each number beside a letter, the total after it, and what the letters mean', () => {
    const drawn = words(
      drawChart(
        chart([
          { label: 'Housing', counts: { red: 1, amber: 20, green: 3, blue: 4, not_rated: 5 } },
          { label: 'Workforce', counts: { ...NONE, green: 2 } },
        ]),
      ),
    );
    const legend = ['R', 'Red', 'A', 'Amber', 'G', 'Green', 'B', 'Blue', '–', 'Not rated'];
    expect(drawn.slice(0, 10)).toEqual(legend);
    expect(drawn.slice(10)).toEqual([
      ...['Housing', 'R 1', 'A 20', 'G 3', 'B 4', '– 5', '33'],
      ...['Workforce', 'G 2', '2'],
    ]);
  });

  test('has a title and a description', () => {
    const svg = drawChart(chart([{ label: 'Housing', counts: NONE }]));
    expect(svg).toContain('<title>RAG by theme &amp; board</title>');
    expect(svg).toContain('<desc>Housing: 1 Red, 2 Amber.</desc>');
  });

  test('draws a row of nothing, and no row at all', () => {
    const svg = drawChart(chart([{ label: 'Empty', counts: NONE }]));
    expect(words(svg).slice(10)).toEqual(['Empty', 'None']);
    expect(boxes(svg)).toEqual([]);
    expect(svg).not.toContain('NaN');
    expect(words(drawChart(chart([])))).toHaveLength(10);
  });

  test('keeps one of five hundred readable, and within the picture', () => {
    const svg = drawChart(
      chart([
        { label: 'Lopsided', counts: { red: 1, amber: 1, green: 1, blue: 496, not_rated: 1 } },
        { label: 'Even', counts: { red: 100, amber: 100, green: 100, blue: 100, not_rated: 100 } },
      ]),
    );
    expect(boxes(svg)).toHaveLength(10);
    for (const { x, width } of boxes(svg)) {
      expect(width).toBeGreaterThan(20);
      expect(x + width).toBeLessThan(482 - 20);
    }
  });

  test.each(HOSTILE)('is well-formed and complete with the label %s', (label) => {
    const svg = drawChart(chart([{ label: `${label}\u0001`, counts: { ...NONE, red: 1 } }]));
    // The renderer parses strictly: it throws at markup that is not well-formed.
    expect(chartPng(svg, 200).byteLength).toBeGreaterThan(500);
    const plain = (text: string) => text.replace(/\s|\u200D|\uFE0F|[\u{1F3FB}-\u{1F3FF}]/gu, '');
    expect(plain(words(svg).slice(10, -2).join(''))).toBe(plain(label));
  });
});

test('a chart becomes a PNG of the width asked for', () => {
  const png = Buffer.from(chartPng(drawChart(chart([{ label: 'A', counts: NONE }])), 964));
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(964);
});
