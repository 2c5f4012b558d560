import { formatDate, formatInstant } from '@/lib/domain/dates';
import { paperStanding } from '@/lib/domain/paper-cell';
import type {
  PaperAppendix,
  PaperChart,
  PaperModel,
  PaperParagraph,
  PaperSection,
  PaperSummary,
} from '@/lib/domain/paper-model';
import { drawChart } from './chart';
import { proseHtml } from './html-prose';
import { PAPER_STYLE } from './html-style';
import { chartTableHtml, paperTableHtml } from './html-table';
import { escapeXml } from './xml';

/** Nothing is fetched and nothing runs, whatever the words of the paper try. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function heading(level: 2 | 3, text: string, number?: string): string {
  const before = number ? `<span class="at">${escapeXml(number)}</span> ` : '';
  return `<h${level} dir="auto">${before}${escapeXml(text)}</h${level}>`;
}

function chartHtml(chart: PaperChart): string {
  const title = escapeXml(chart.title);
  const picture = `<div role="img" aria-label="${escapeXml(chart.alternative)}">${drawChart(chart)}</div>`;
  // It scrolls within itself where a phone is narrower than its letters allow.
  return `<figure><figcaption>${title}</figcaption><div role="region" aria-label="${title}: the picture" tabindex="0">${picture}</div></figure>${chartTableHtml(chart)}`;
}

function paragraphHtml({ number, heading: title, blocks, charts }: PaperParagraph): string {
  const words = proseHtml(blocks);
  const drawn = charts.map(chartHtml).join('');
  if (title) return `${heading(3, title, number)}<div class="words">${words}${drawn}</div>`;
  return `<div class="numbered"><span class="at">${escapeXml(number)}</span><div>${words}${drawn}</div></div>`;
}

function sectionHtml({ number, heading: title, paragraphs }: PaperSection): string {
  return `<section id="section-${escapeXml(number)}">${heading(2, `${number}. ${title}`)}${paragraphs.map(paragraphHtml).join('')}</section>`;
}

function summaryHtml({ heading: title, parts }: PaperSummary): string {
  const drawn = parts.map((part) => heading(3, part.heading) + proseHtml(part.blocks));
  // An addendum has none.
  if (parts.length === 0) return '';
  return `<section id="summary">${heading(2, title)}${drawn.join('')}</section>`;
}

function appendixHtml({ label, title, parts }: PaperAppendix, index: number): string {
  return `<section class="appendix" id="appendix-${index + 1}">${heading(2, `${label}: ${title}`)}${parts.map(paperTableHtml).join('')}</section>`;
}

function contentsHtml({ summary, sections, appendices }: PaperModel): string {
  const entries = [
    ...(summary.parts.length > 0 ? [['summary', summary.heading] as const] : []),
    ...sections.map((one) => [`section-${one.number}`, `${one.number}. ${one.heading}`]),
    ...appendices.map((one, index) => [`appendix-${index + 1}`, `${one.label}: ${one.title}`]),
  ];
  const links = entries.map(
    ([id = '', words = '']) => `<li><a href="#${escapeXml(id)}">${escapeXml(words)}</a></li>`,
  );
  return `<nav aria-label="Contents"><ol>${links.join('')}</ol></nav>`;
}

function frontHtml({ board, title, notices, front }: PaperModel): string {
  return [
    `<p class="board" dir="auto">${escapeXml(board.name)}</p>`,
    `<h1 dir="auto">${escapeXml(title)}</h1>`,
    ...notices.map((notice) => `<p class="notice">${escapeXml(notice)}</p>`),
    '<dl>',
    ...front.map(
      ({ label, text }) => `<dt>${escapeXml(label)}</dt><dd dir="auto">${escapeXml(text)}</dd>`,
    ),
    '</dl>',
  ].join('');
}

/**
 * A paper as one HTML file that needs nothing else: no script, no request, its charts within. Made
 * for a phone; it prints.
 */
export function paperHtml(model: PaperModel): string {
  const { title, board, meeting, cutOff, summary, sections, appendices } = model;
  const name = `${title}, ${board.name}, ${formatDate(meeting.date)}`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escapeXml(name)}</title>
<style>${PAPER_STYLE}</style>
</head>
<body>
<header>${frontHtml(model)}</header>
${contentsHtml(model)}
<main>
${summaryHtml(summary)}
${sections.map(sectionHtml).join('\n')}
${appendices.map(appendixHtml).join('\n')}
</main>
<footer><p>${escapeXml(paperStanding(model))}. Figures as at ${escapeXml(formatInstant(cutOff))}.</p></footer>
</body>
</html>
`;
}
