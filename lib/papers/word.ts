import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { formatDate, formatInstant } from '@/lib/domain/dates';
import type {
  PaperAppendix,
  PaperModel,
  PaperParagraph,
  PaperTable,
} from '@/lib/domain/paper-model';
import { contents } from './word-contents';
import { type WordLists, wordLists } from './word-lists';
import { picture } from './word-picture';
import { numberedProse, prose } from './word-prose';
import { STYLES } from './word-styles';
import { frontTable, liesSideways, registerTable } from './word-table';
import { paragraph, run, titled, words } from './word-text';

type Part = Paragraph | Table;

const STATES = { draft: 'Draft', cleared: 'Cleared, not issued', issued: '' } as const;

/** Without a heading its number stands before its first words. @param more how it begins besides */
function numbered(
  { number, heading, blocks, charts }: PaperParagraph,
  lists: WordLists,
  more: IParagraphOptions,
): Part[] {
  const head: Part[] = heading
    ? [titled(`${number} ${heading}`, HeadingLevel.HEADING_2, more), ...prose(blocks, lists)]
    : numberedProse(number, blocks, lists, more);
  return [...head, ...charts.flatMap(picture)];
}

function summary({ summary: { heading, parts } }: PaperModel, lists: WordLists): Part[] {
  return [
    titled(heading, HeadingLevel.HEADING_2),
    ...parts.flatMap((part) => [
      titled(part.heading, HeadingLevel.HEADING_3),
      ...prose(part.blocks, lists),
    ]),
  ];
}

/** The summary stands on a page of its own at the head of section 2: what follows it begins one. */
function sectionParts(model: PaperModel, lists: WordLists): Part[] {
  let afterSummary = false;
  const begins = (): IParagraphOptions => {
    const pageBreakBefore = afterSummary;
    afterSummary = false;
    return pageBreakBefore ? { pageBreakBefore } : {};
  };
  return model.sections.flatMap(({ number, heading, paragraphs }): Part[] => {
    const second = number === '2' && model.summary.parts.length > 0;
    const title = titled(`${number} ${heading}`, HeadingLevel.HEADING_1, {
      ...begins(),
      ...(second && { pageBreakBefore: true }),
    });
    afterSummary = second;
    return [
      title,
      ...(second ? summary(model, lists) : []),
      ...paragraphs.flatMap((one) => numbered(one, lists, begins())),
    ];
  });
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

/** Whoever asks the app for a page gets one: making the document and writing it take long enough. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

/**
 * A board paper as a Word file that an officer can go on editing: headings in their order, a table
 * of contents, header rows that repeat, pages on their side where a table needs it.
 */
export async function paperWord(model: PaperModel): Promise<Uint8Array> {
  await turn();
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
  const lists = wordLists();
  // Before the document is made: these say which lists its numbering has.
  const body = sectionParts(model, lists);
  const document = new Document({
    title: words(model.title),
    subject: words(`${model.board.name}, ${formatDate(model.meeting.date)}`),
    creator: words(model.board.name),
    lastModifiedBy: words(model.board.name),
    description: words(`Figures as at ${formatInstant(model.cutOff)}`),
    styles: STYLES,
    numbering: lists.numbering(),
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
          ...body,
        ],
      },
      ...appendixGroups(model.appendices).map(({ sideways, children }) => ({
        ...furniture,
        properties: page(sideways),
        children,
      })),
    ],
  });
  await turn();
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
