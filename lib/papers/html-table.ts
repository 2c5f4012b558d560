import { cellWords, type PrintedValue, printedValues } from '@/lib/domain/paper-cell';
import { type PaperChart, type PaperTable, printColumns } from '@/lib/domain/paper-model';
import { RAG_NAMES, RAG_STATUSES } from '@/lib/domain/rag';
import { escapeXml } from './xml';

// Each row becomes a card on a phone. The roles say again what the elements say, since `display`
// takes that away.

interface Cell {
  /** Of its column. */
  heading: string;
  html: string;
  /** Names the row. */
  lead?: boolean;
  numeric?: boolean;
}

function cellHtml({ heading, html, lead, numeric }: Cell): string {
  const name = `data-label="${escapeXml(heading)}"${numeric ? ' class="number"' : ''}`;
  return lead
    ? `<th role="rowheader" scope="row" ${name}><div>${html}</div></th>`
    : `<td role="cell" ${name}><div>${html}</div></td>`;
}

function tableHtml(
  caption: string,
  look: string,
  columns: ReadonlyArray<{ heading: string; width: number }>,
  rows: readonly Cell[][],
): string {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  return [
    `<table role="table" class="${look}"><caption>${escapeXml(caption)}</caption>`,
    '<colgroup>',
    ...columns.map(({ width }) => `<col style="width:${((width / all) * 100).toFixed(1)}%">`),
    '</colgroup><thead role="rowgroup"><tr role="row">',
    ...columns.map(
      ({ heading }) => `<th role="columnheader" scope="col">${escapeXml(heading)}</th>`,
    ),
    '</tr></thead><tbody role="rowgroup">',
    ...rows.map((cells) => `<tr role="row">${cells.map(cellHtml).join('')}</tr>`),
    '</tbody></table>',
  ].join('');
}

function valueHtml({ cell, kind, label, strong }: PrintedValue): string {
  const words = escapeXml(cellWords(cell, kind));
  const said = label ? `<span class="label">${escapeXml(label)}:</span> ` : '';
  const value =
    typeof cell === 'object'
      ? `<b class="rag ${cell.rag}">${words}</b>`
      : strong
        ? `<b>${words}</b>`
        : words;
  return `<p dir="auto">${said}${value}</p>`;
}

/** A table of an appendix, with its columns as paper has them; a sentence where there are no rows. */
export function paperTableHtml(table: PaperTable): string {
  const columns = printColumns(table);
  if (table.rows.length === 0) {
    return `<h3>${escapeXml(table.caption)}</h3><p>${escapeXml(table.empty)}</p>`;
  }
  return tableHtml(
    table.caption,
    'register',
    columns,
    table.rows.map((row) =>
      columns.map((column, index) => ({
        heading: column.heading,
        html: printedValues(column, row).map(valueHtml).join(''),
        lead: index === 0,
      })),
    ),
  );
}

/** The counts a chart is a picture of. */
export function chartTableHtml({ title, rowsAre, rows }: PaperChart): string {
  return tableHtml(
    `${title}: the numbers`,
    'counts',
    [
      { heading: rowsAre, width: 40 },
      ...RAG_STATUSES.map((status) => ({ heading: RAG_NAMES[status], width: 12 })),
    ],
    rows.map(({ label, counts }) => [
      { heading: rowsAre, html: escapeXml(label), lead: true },
      ...RAG_STATUSES.map((status) => ({
        heading: RAG_NAMES[status],
        html: String(counts[status]),
        numeric: true,
      })),
    ]),
  );
}
