import { RAG_STATUSES } from '@/lib/domain/rag';
import { CELL_COLOURS } from '@/lib/domain/rag-colours';

const light = RAG_STATUSES.map(
  (status) =>
    `.rag.${status}{background:${CELL_COLOURS[status].shade};color:${CELL_COLOURS[status].ink}}`,
).join('\n');

/** The app's own colours, light and dark. */
const COLOURS = `
:root { color-scheme: light; --paper: #faf7f2; --surface: #fff; --sunken: #f1ece4; --ink: #211a26; --muted: #5a5061; --line: #ddd5ca; --accent: #5c1f55; --link: #6b2163; }
${light}
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --paper: #17131a; --surface: #201a24; --sunken: #2a2330; --ink: #f4eff5; --muted: #bfb4c4; --line: #3e3545; --accent: #dba9d3; --link: #e8b8e0; }
  .rag.red { background: #471d1d; color: #ffd5d0; }
  .rag.amber { background: #41300f; color: #ffe3ab; }
  .rag.green { background: #173a23; color: #c9f1d4; }
  .rag.blue { background: #1c3156; color: #d4e4ff; }
  .rag.not_rated { background: #2a2330; color: #f4eff5; }
}`;

const WORDS = `
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 72rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 "Segoe UI", system-ui, -apple-system, "Noto Sans", Arial, sans-serif; overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; }
h1 { margin: 0.25rem 0 1rem; font-size: clamp(1.75rem, 1.4rem + 1.8vw, 2.5rem); }
h2 { margin: 3rem 0 1rem; padding-top: 1rem; border-top: 2px solid var(--ink); font-size: clamp(1.125rem, 0.95rem + 1.2vw, 1.4375rem); }
h3 { margin: 1.75rem 0 0.5rem; font-size: 1.1875rem; }
p { margin: 0 0 0.75rem; }
ul, ol { margin: 0 0 0.75rem; padding-inline-start: 1.5rem; }
li > p { margin: 0 0 0.25rem; }
p, ul, ol { max-width: 44rem; }
a { color: var(--link); text-underline-offset: 0.18em; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
.board { margin: 0; color: var(--accent); font-size: 1.125rem; font-weight: 600; }
.notice { border-inline-start: 6px solid var(--accent); padding: 0.25rem 0 0.25rem 1rem; font-weight: 600; }
dl { display: grid; margin: 1.5rem 0; max-width: 44rem; }
dt { padding-top: 0.5rem; border-top: 1px solid var(--line); font-weight: 600; }
dd { margin: 0; padding-bottom: 0.5rem; }
nav ol { padding: 0; list-style: none; }
nav li { padding: 0.25rem 0; }
.numbered { display: grid; gap: 0; }
.numbered > .at { color: var(--muted); font-weight: 600; }
.rag { display: inline-block; padding: 0 0.5rem; border-radius: 0.125rem; white-space: nowrap; }
.label { color: var(--muted); }
figure { margin: 1.5rem 0; }
figcaption { margin-bottom: 0.5rem; font-weight: 600; }
figure > div { overflow-x: auto; max-width: 44rem; }
figure svg { display: block; width: 100%; min-width: 28rem; height: auto; padding: 0.75rem; border: 1px solid var(--line); background: #fff; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; font-size: 0.9375rem; line-height: 1.45; }
caption { padding-bottom: 0.75rem; font-size: 1.1875rem; font-weight: 700; text-align: start; }
.counts { max-width: 44rem; }
.counts caption { font-size: 1rem; }
th, td { padding: 0.625rem 1rem 0.625rem 0; text-align: start; vertical-align: top; }
td p, th p { margin: 0 0 0.375rem; }
td .rag { margin-bottom: 0.125rem; }
thead th { border-bottom: 2px solid var(--ink); }
tbody tr { border-bottom: 1px solid var(--line); }
.register thead th:first-child, .register tbody th { white-space: nowrap; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
.counts thead th:not(:first-child) { text-align: end; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--muted); }
@media (min-width: 40rem) {
  body { padding-inline: 2rem; }
  dl { grid-template-columns: 12rem 1fr; }
  dt, dd { border-top: 1px solid var(--line); padding-block: 0.5rem; }
  .words { padding-inline-start: 3rem; }
  .numbered { grid-template-columns: 3rem minmax(0, 1fr); }
  h3 .at { display: inline-block; min-width: 3rem; }
}`;

/** Below this each row is a card; the headings of its columns stand before the values. */
const PHONE = `
@media screen and (max-width: 55.99rem) {
  .register, .register > caption, .register > tbody, .register > tbody > tr, .register > tbody > tr > * { display: block; }
  .register > thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .register > tbody > tr { margin-bottom: 1rem; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--surface); }
  .register > tbody > tr > * { padding: 0.3125rem 0; }
  .register > tbody > tr > td { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: 0 0.75rem; }
  .register > tbody > tr > td:has(> div:empty) { display: none; }
  .register > tbody > tr > td::before { content: attr(data-label); color: var(--muted); }
  .register > tbody > tr > th { font-size: 1.0625rem; }
}
@supports (content: "" / "") {
  @media screen and (max-width: 55.99rem) {
    .register > tbody > tr > td::before { content: attr(data-label) / ""; }
  }
}
@media screen and (max-width: 30rem) {
  .counts, .counts > * { display: block; }
  .counts tr { display: grid; gap: 0 0.5rem; grid-template-columns: repeat(5, 1fr); }
  .counts th, .counts td { padding: 0.25rem 0; text-align: start; font-size: 0.875rem; }
  .counts thead th:not(:first-child) { text-align: start; }
  .counts thead th:first-child { display: none; }
  .counts tbody th { grid-column: 1 / -1; padding-top: 0.5rem; }
}`;

const PRINT = `
@page { size: A4; margin: 16mm 14mm; }
@page wide { size: A4 landscape; margin: 12mm; }
@media print {
  html { font-size: 75%; }
  body { max-width: none; padding: 0; background: #fff; print-color-adjust: exact; }
  nav { display: none; }
  .appendix { page: wide; }
  h1, h2, h3, caption { break-after: avoid; }
  tr, figure, li { break-inside: avoid; }
}`;

/** All a paper's page looks like, on a phone, on a screen and printed. */
export const PAPER_STYLE = `${COLOURS}${WORDS}${PHONE}${PRINT}`;
