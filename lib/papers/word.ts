import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { formatDate } from '@/lib/domain/dates';
import type {
  PaperAppendix,
  PaperChart,
  PaperModel,
  PaperParagraph,
  PaperSection,
  PaperTable,
} from '@/lib/domain/paper-model';
import { drawChart } from './chart';
import { chartPng } from './chart-png';
import { contents } from './word-contents';
import { numberedLine, prose } from './word-prose';
import { NUMBERING, STYLES } from './word-styles';
import { chartTable, frontTable, liesSideways, registerTable } from './word-table';
import { paragraph, run, titled, words } from './word-text';

type Part = Paragraph | Table;

/** Pixels of the PNG beside each SVG, and of the picture on the page. */
const PICTURE = { png: 1300, page: 620 };
const STATES = { draft: 'Draft', cleared: 'Cleared, not issued', issued: '' } as const;

function picture(chart: PaperChart): Part[] {
  const svg = drawChart(chart);
  const [, width = '1', height = '1'] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  const alternative = {
    name: words(chart.title),
    title: words(chart.title),
    description: words(chart.alternative),
  };
  return [
    paragraph(chart.title, { style: 'TableTitle' }),
    new Paragraph({
      children: [
        new ImageRun({
          type: 'svg',
          data: Buffer.from(svg),
          fallback: { type: 'png', data: Buffer.from(chartPng(svg, PICTURE.png)) },
          transformation: {
            width: PICTURE.page,
            height: Math.round((PICTURE.page * Number(height)) / Number(width)),
          },
          altText: alternative,
        }),
      ],
    }),
    ...chartTable(chart),
  ];
}

/** Without a heading its number stands before its first words. */
function numbered({ number, heading, blocks, charts }: PaperParagraph): Part[] {
  const [first, ...rest] = blocks;
  const head: Part[] = heading
    ? [titled(`${number} ${heading}`, HeadingLevel.HEADING_2), ...prose(blocks)]
    : [
        ...(first?.kind === 'paragraph'
          ? [numberedLine(number, first)]
          : [paragraph(number), ...prose(first ? [first] : [])]),
        ...prose(rest),
      ];
  return [...head, ...charts.flatMap(picture)];
}

function summary({ summary: { heading, parts } }: PaperModel): Part[] {
  return parts.length === 0
    ? []
    : [
        titled(heading, HeadingLevel.HEADING_2),
        ...parts.flatMap((part) => [
          titled(part.heading, HeadingLevel.HEADING_3),
          ...prose(part.blocks),
        ]),
      ];
}

/** The summary stands on a page of its own at the head of section 2. */
function sectionParts(model: PaperModel, { number, heading, paragraphs }: PaperSection): Part[] {
  const second = number === '2' && model.summary.parts.length > 0;
  const title = titled(`${number} ${heading}`, HeadingLevel.HEADING_1, {
    pageBreakBefore: second,
  });
  if (!second) return [title, ...paragraphs.flatMap(numbered)];
  const after = new Paragraph({ pageBreakBefore: true, spacing: { after: 0 } });
  return [title, ...summary(model), after, ...paragraphs.flatMap(numbered)];
}

/** Parts of appendices by the way their pages lie; an appendix begins a page. */
function appendixGroups(appendices: readonly PaperAppendix[]) {
  const groups: Array<{ sideways: boolean; children: Part[] }> = [];
  for (const { label, title, parts } of appendices) {
    parts.forEach((table: PaperTable, index) => {
      const sideways = liesSideways(table);
      const heading = index === 0 && titled(`${label}: ${title}`, HeadingLevel.HEADING_1);
      const children: Part[] = [...(heading ? [heading] : []), ...registerTable(table)];
      const last = groups.at(-1);
      if (!heading && last?.sideways === sideways) last.children.push(...children);
      else groups.push({ sideways, children });
    });
  }
  return groups;
}

/**
 * A board paper as a Word file that an officer can go on editing: headings in their order, a table
 * of contents, header rows that repeat, pages on their side where a table needs it.
 */
export async function paperWord(model: PaperModel): Promise<Uint8Array> {
  const mark = [STATES[model.state], model.audience === 'public' ? 'Public version' : '']
    .filter(Boolean)
    .join(' · ');
  const furniture = {
    headers: { default: new Header({ children: [paragraph(mark, { bold: true })] }) },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            alignment: AlignmentType.LEFT,
            children: [
              run(`${model.board.name}, ${formatDate(model.meeting.date)} · `),
              new TextRun({
                children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
              }),
            ],
          }),
        ],
      }),
    },
  };
  const page = (sideways: boolean): ISectionOptions['properties'] => ({
    page: {
      // Both as upright: the library turns them.
      size: {
        width: 11906,
        height: 16838,
        orientation: sideways ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
    },
  });
  const document = new Document({
    title: words(model.title),
    subject: words(`${model.board.name}, ${formatDate(model.meeting.date)}`),
    creator: words(model.board.name),
    lastModifiedBy: words(model.board.name),
    description: words(`Figures as at ${model.cutOff}`),
    styles: STYLES,
    numbering: NUMBERING,
    sections: [
      {
        ...furniture,
        properties: page(false),
        children: [
          paragraph(model.title, { heading: HeadingLevel.TITLE }),
          ...model.notices.map((notice) => paragraph(notice, { style: 'Notice' })),
          frontTable(model.front),
          paragraph('Contents', { style: 'TableTitle' }),
          ...contents(model),
          ...model.sections.flatMap((section) => sectionParts(model, section)),
        ],
      },
      ...appendixGroups(model.appendices).map(({ sideways, children }) => ({
        ...furniture,
        properties: page(sideways),
        children,
      })),
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
