import { describe, expect, test } from 'vitest';
import type { PaperColumn, PaperRow } from '@/lib/domain/paper-model';
import { columnWidths } from '@/lib/papers/column-widths';

const column = (kind: PaperColumn['kind'], heading: string, width: number): PaperColumn => ({
  key: heading,
  heading,
  kind,
  print: heading,
  width,
  label: null,
});
const row = (...cells: PaperRow['cells']): PaperRow => ({ reference: null, kind: null, cells });
const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);

describe('the columns of a printed table', () => {
  test('share the page as they are told', () => {
    const columns = [column('text', 'One', 1), column('text', 'Two', 3)];
    expect(columnWidths({ columns, rows: [] }, 400)).toEqual([100, 300]);
  });

  test('are never too narrow for a reference, a rating or a date, and take from the others', () => {
    const columns = [
      column('reference', 'Ref', 1),
      column('rag', 'RAG', 1),
      column('date', 'Due', 1),
      column('text', 'Progress', 97),
    ];
    const rows = [row('C3.12', { rag: 'not_rated', text: 'Not rated' }, '2027-09-15', 'Words')];
    const [reference = 0, rag = 0, date = 0, text = 0] = columnWidths({ columns, rows }, 480);
    // As wide as the bundled font draws them, with 5 points on each side.
    expect(reference).toBeGreaterThan(32 + 10);
    expect(rag).toBeGreaterThan(56 + 10);
    expect(date).toBeGreaterThan(98 + 10);
    expect(text).toBeGreaterThan(200);
    expect(reference + rag + date + text).toBeLessThanOrEqual(480);
  });

  test('are wide enough for each word of their heading', () => {
    const columns = [column('number', 'Recommendations', 1), column('text', 'Words', 99)];
    expect(columnWidths({ columns, rows: [row(1, 'x')] }, 480)[0]).toBeGreaterThan(100);
  });

  test('stay on the page where there are too many', () => {
    const columns = Array.from({ length: 12 }, (_, index) => column('text', `Column ${index}`, 1));
    const widths = columnWidths({ columns, rows: [] }, 480);
    expect(sum(widths)).toBeLessThanOrEqual(480);
    expect(Math.min(...widths)).toBeGreaterThan(30);
  });
});
