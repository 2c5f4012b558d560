import type { PaperChart, PaperModel } from '@/lib/domain/paper-model';
import { RAG_NAMES, RAG_STATUSES, type RagStatus } from '@/lib/domain/rag';
import { BAR_COLOURS } from '@/lib/domain/rag-colours';
import type { RagCounts } from '@/lib/domain/view';
import { FONT_FAMILIES } from './fonts';
import { textWidth } from './text-width';
import { escapeXml } from './xml';

// In points: as wide as the text of an A4 page, so that its letters print in their own size.
const WIDTH = 482;
const LABELS = 156;
const TOTALS = 34;
const BARS = WIDTH - LABELS - TOTALS - 12;
const SIZE = 11;
const LINE = 15;
const BAR = 24;
const GAP = 9;

/** Beside each number, so that colour is not the only sign. */
const LETTERS: Record<RagStatus, string> = {
  red: 'R',
  amber: 'A',
  green: 'G',
  blue: 'B',
  not_rated: '–',
};

/**
 * What joins or colours emoji. Renderers of SVG other than browsers draw empty boxes where it
 * stands in a line of another font; without it they draw each emoji by itself.
 */
const JOINERS = /\u200D|\uFE0F|[\u{1F3FB}-\u{1F3FF}]/gu;

const totalOf = (counts: RagCounts) =>
  RAG_STATUSES.reduce((sum, status) => sum + counts[status], 0);

/** In lines no wider than that; a word that no line can hold is cut. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [''];
  const add = (piece: string) => {
    lines[lines.length - 1] += piece;
  };
  const fits = (piece: string) => textWidth(`${lines.at(-1)}${piece}`) <= width;
  for (const word of text.replace(JOINERS, '').split(/\s+/)) {
    if (lines.at(-1) && !fits(` ${word}`)) lines.push('');
    else if (lines.at(-1)) add(' ');
    for (const letter of word) {
      if (!fits(letter)) lines.push('');
      add(letter);
    }
  }
  return lines;
}

function text(x: number, y: number, words: string, more = ''): string {
  return `<text x="${round(x)}" y="${round(y)}"${more}>${escapeXml(words)}</text>`;
}

function box(status: RagStatus, x: number, y: number, width: number, height: number): string {
  const { fill, edge } = BAR_COLOURS[status];
  const dashes = status === 'not_rated' ? ' stroke-dasharray="3 2"' : '';
  return `<rect x="${round(x + 0.5)}" y="${round(y + 0.5)}" width="${round(width - 1)}" height="${height - 1}" fill="${fill}" stroke="${edge}"${dashes}/>`;
}

const round = (value: number) => Math.round(value * 10) / 10;

interface Segment {
  status: RagStatus;
  count: number;
  width: number;
}

/** Widths by count, but never so narrow that the letter and number of a segment do not fit. */
function segmentsOf(counts: RagCounts, most: number): Segment[] {
  const shown = RAG_STATUSES.filter((status) => counts[status] > 0);
  const least = (status: RagStatus) => textWidth(`${LETTERS[status]} ${counts[status]}`) + 2;
  const room = BARS - shown.reduce((sum, status) => sum + least(status), 0);
  const natural = shown.map((status) => (counts[status] / most) * BARS);
  const wanted = shown.map((status, index) => Math.max(least(status), natural[index] ?? 0));
  const over = wanted.reduce((sum, width) => sum + width, 0) - BARS;
  // What the narrow ones gained goes from the others, by what they have to spare.
  const spare = wanted.reduce(
    (sum, width, index) => sum + width - least(shown[index] as RagStatus),
    0,
  );
  const keep = over > 0 && spare > 0 ? Math.max(0, room) / spare : 1;
  return shown.map((status, index) => ({
    status,
    count: counts[status],
    width: least(status) + ((wanted[index] ?? 0) - least(status)) * keep,
  }));
}

function bar({ counts }: PaperChart['rows'][number], most: number, y: number): string[] {
  let x = LABELS + 12;
  const total = totalOf(counts);
  const parts = segmentsOf(counts, most).flatMap(({ status, count, width }) => {
    const drawn = [
      box(status, x, y, width, BAR),
      text(
        x + width / 2,
        y + BAR / 2 + 4,
        `${LETTERS[status]} ${count}`,
        ` text-anchor="middle" font-weight="bold" fill="${BAR_COLOURS[status].ink}"`,
      ),
    ];
    x += width;
    return drawn;
  });
  const after = total === 0 ? 'None' : String(total);
  return [...parts, text(x + (total ? 6 : 0), y + BAR / 2 + 4, after)];
}

function legend(y: number): string[] {
  let x = LABELS + 12;
  return RAG_STATUSES.flatMap((status) => {
    const words = RAG_NAMES[status];
    const drawn = [
      box(status, x, y, 16, 16),
      text(
        x + 8,
        y + 12,
        LETTERS[status],
        ` text-anchor="middle" font-weight="bold" fill="${BAR_COLOURS[status].ink}"`,
      ),
      text(x + 20, y + 12, words),
    ];
    x += 20 + textWidth(words) + 6;
    return drawn;
  });
}

/**
 * A chart as an SVG that stands alone: a stacked bar for each row, the letter and the number in each
 * segment, the total after it, and a legend. 482 units wide, with letters of 11.
 */
export function drawChart(chart: PaperChart): string {
  const most = Math.max(1, ...chart.rows.map(({ counts }) => totalOf(counts)));
  let y = 26;
  const rows = chart.rows.flatMap((row) => {
    const lines = wrapped(row.label, LABELS);
    const height = Math.max(BAR, lines.length * LINE);
    const top = y + (height - BAR) / 2;
    const first = y + height / 2 - ((lines.length - 1) * LINE) / 2 + 4;
    y += height + GAP;
    return [
      ...lines.map((line, index) => text(LABELS, first + index * LINE, line, ' text-anchor="end"')),
      ...bar(row, most, top),
    ];
  });
  const height = Math.ceil(y);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" font-family="${FONT_FAMILIES.map((name) => `'${name}'`).join(', ')}, sans-serif" font-size="${SIZE}" fill="#211a26">`,
    `<title>${escapeXml(chart.title)}</title>`,
    `<desc>${escapeXml(chart.alternative)}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    ...legend(0),
    ...rows,
    '</svg>',
  ].join('\n');
}

/** Every picture of a paper by its key, as a stand-alone SVG. */
export function drawCharts({ sections }: Pick<PaperModel, 'sections'>): Record<string, string> {
  const charts = sections.flatMap(({ paragraphs }) => paragraphs.flatMap((one) => one.charts));
  return Object.fromEntries(charts.map((chart) => [chart.key, drawChart(chart)]));
}
