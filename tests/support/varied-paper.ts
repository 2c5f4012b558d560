import type {
  PaperCell,
  PaperColumn,
  PaperModel,
  PaperRow,
  PaperTable,
} from '@/lib/domain/paper-model';
import { parseProse, plain } from '@/lib/domain/prose';
import { RAG_NAMES, RAG_STATUSES, type RagStatus } from '@/lib/domain/rag';

/** Text that means something to a format a paper is drawn in, and text of other scripts. */
export const HOSTILE = [
  'She said “it’s done” & left: "quotes", \'apostrophes\'',
  '<script>alert(1)</script> </w:t> ]]> &amp;',
  '#set page(width: 1pt) #panic("no") $x^2$ *stars* _under_ @label `code` \\ ~ [link](https://example.org)',
  '=1+1',
  '+44 1234 567890',
  '-5 since last year',
  '@SUM(A1:A9)',
  'Zażółć gęślą jaźń: Łukasz Wiśniewski',
  'مجلس المخدرات والكحول في اكسامبلشير',
  'Well done 🎉 👍🏽 and a family 👨‍👩‍👧',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2),
  '- looks like a list',
  '1. looks numbered',
  '// looks like a comment /* and another */',
] as const;

const LONG_TITLE = 'A title of three hundred characters that goes on and on '
  .repeat(6)
  .slice(0, 300);
const LONG_UPDATE = 'Four thousand characters were written about this & all of them print. '
  .repeat(60)
  .slice(0, 4000)
  .trim();

const column = (
  key: string,
  heading: string,
  kind: PaperColumn['kind'],
  print = heading,
  width = 1,
  label: string | null = null,
): PaperColumn => ({ key, heading, kind, print, width, label });

const rag = (status: RagStatus): PaperCell => ({ rag: status, text: RAG_NAMES[status] });
const at = <T>(values: readonly T[], index: number): T => values[index % values.length] as T;

function recommendations(count: number): PaperTable {
  return {
    key: 'recommendations-r',
    caption: 'Recommendations of the independent review of drugs, part two',
    columns: [
      column('reference', 'Reference', 'reference', 'Ref', 6),
      { ...column('title', 'Recommendation', 'text', 'Recommendation', 34), strong: true },
      column('owner', 'Owner', 'text', 'Owner and lead', 20),
      column('lead', 'Lead organisation', 'text', 'Owner and lead', 20, 'Lead'),
      column('rag', 'RAG status', 'rag', 'RAG', 10),
      column('headline', 'Headline', 'text', 'Progress', 30),
    ],
    rows: Array.from({ length: count }, (_, index): PaperRow => {
      const reference = `R${index + 1}`;
      return {
        reference,
        kind: 'recommendation',
        cells: [
          reference,
          index === 2 ? LONG_TITLE : `${at(HOSTILE, index)} (${reference})`,
          index % 5 === 4 ? null : 'Director of public health',
          'Exampleshire County Council',
          rag(at(RAG_STATUSES, index)),
          index % 7 === 6 ? null : at(HOSTILE, index + 3),
        ],
      };
    }),
    empty: 'There are no recommendations.',
  };
}

function localActions(count: number): PaperTable {
  return {
    key: 'local-actions',
    caption: 'Local actions',
    columns: [
      column('reference', 'Reference', 'reference', 'Ref', 6),
      column('title', 'Local action', 'text', 'Local action', 24),
      column('owner', 'Owner', 'text', 'Owner and lead', 16),
      column('lead', 'Lead organisation', 'text', 'Owner and lead', 16, 'Lead'),
      column('due', 'Due date', 'date', 'Due', 13),
      column('firstDue', 'First due date', 'date', 'Due', 13, 'First due'),
      column('moves', 'Times moved', 'number', 'Due', 13, 'Times moved'),
      column('rag', 'RAG status', 'rag', 'RAG', 9),
      column('headline', 'Headline', 'text', 'Progress', 32),
      column('words', 'Latest update', 'prose', 'Progress', 32),
    ],
    rows: Array.from({ length: count }, (_, index): PaperRow => {
      const reference = `A${index + 1}`;
      return {
        reference,
        kind: 'local_action',
        cells: [
          reference,
          `${at(HOSTILE, index)} (${reference})`,
          'Commissioning manager',
          'Fenmarsh City Council',
          index % 6 === 5 ? null : `2027-0${1 + (index % 9)}-15`,
          index % 6 === 5 ? null : '2026-12-01',
          index % 3,
          rag(at(RAG_STATUSES, index + 1)),
          at(HOSTILE, index + 5),
          index === 1 ? LONG_UPDATE : at(HOSTILE, index + 7),
        ],
      };
    }),
    empty: 'There are no local actions.',
  };
}

const NONE = { red: 0, amber: 0, green: 0, blue: 0, not_rated: 0 };

/**
 * A paper that holds everything a paper may hold: every kind of cell and block, hostile text, an
 * empty table, two parts in one appendix.
 */
export function variedPaper(
  more: Partial<PaperModel> = {},
  counts = { recommendations: 32, localActions: 40 },
): PaperModel {
  return {
    format: 1,
    audience: 'members',
    kind: 'paper',
    state: 'draft',
    version: 1,
    title: 'Progress on the independent review of drugs & “local” <actions>',
    board: { name: 'Exampleshire Drug and Alcohol Delivery Board', areas: ['Exampleshire'] },
    meeting: { slug: '2026-12-03', date: '2026-12-03' },
    cutOff: '2026-11-19T16:30:00.000Z',
    notices: ['Draft. Not yet cleared.', 'Illustrative: this board is fictional.'],
    front: [
      { label: 'Board', text: 'Exampleshire Drug and Alcohol Delivery Board' },
      { label: 'Meeting', text: '3 December 2026' },
      { label: 'Item number', text: '4 #1' },
      { label: 'Author', text: 'Public health programme manager & team' },
      { label: 'Sponsor', text: 'Director of public health' },
      { label: 'For', text: 'Decision' },
    ],
    summary: {
      heading: 'Summary',
      parts: [
        {
          heading: 'What moved',
          blocks: parseProse('**3** worsened, *2* improved.\n\n- R8 to Red\n- A2 to Amber'),
        },
        { heading: 'What is Red', blocks: parseProse(plain(HOSTILE[2])) },
        { heading: 'What you will be asked', blocks: parseProse('1. To note\n2. To close A4') },
      ],
    },
    sections: [
      {
        number: '1',
        heading:
          'WHY IS THE INFORMATION/REPORT COMING TO THE EXAMPLESHIRE DRUG AND ALCOHOL DELIVERY BOARD',
        paragraphs: [
          {
            number: '1.1',
            heading: null,
            blocks: parseProse('To say where things stand.'),
            charts: [],
          },
        ],
      },
      {
        number: '2',
        heading: 'WHAT ARE THE CRITICAL ITEMS/ISSUES FOR FOCUS?',
        paragraphs: [
          {
            number: '2.1',
            heading: 'Position',
            blocks: parseProse(
              'At the cut-off **12** were Red. See the [response](https://www.gov.uk/a?b=1&c=2).\n\n- one\n- two\n  - deeper\n\n<b>not HTML</b> and a ![picture](x.png)',
            ),
            charts: [
              {
                key: 'rag-by-theme',
                title: 'RAG by theme',
                alternative: 'Housing: 1 Red, 2 Amber. Workforce: 3 Green, 1 Not rated.',
                rowsAre: 'Theme',
                rows: [
                  { label: 'Housing & home', counts: { ...NONE, red: 1, amber: 2 } },
                  { label: 'Workforce', counts: { ...NONE, green: 3, not_rated: 1 } },
                  { label: 'A theme with nothing in it', counts: NONE },
                ],
              },
              {
                key: 'rag-at-meetings',
                title: 'RAG over the last meetings',
                alternative: '25 June 2026: 4 Red. 17 September 2026: 2 Red, 2 Green.',
                rowsAre: 'Meeting',
                rows: [
                  { label: '25 June 2026', counts: { ...NONE, red: 4 } },
                  { label: '17 September 2026', counts: { ...NONE, red: 2, green: 2 } },
                ],
              },
            ],
          },
          ...HOSTILE.map((text, index) => ({
            number: `2.${index + 2}`,
            heading: index % 2 ? null : text,
            blocks: parseProse(plain(text)),
            charts: [],
          })),
        ],
      },
      {
        number: '3',
        heading: 'WHAT ACTIONS DO YOU WANT THE DELIVERY BOARD TO TAKE?',
        paragraphs: [
          {
            number: '3.1',
            heading: null,
            blocks: parseProse('To note this report.'),
            charts: [],
          },
          {
            number: '3.2',
            heading: null,
            blocks: parseProse('To agree that **A4** is closed as Complete.'),
            charts: [],
          },
        ],
      },
    ],
    appendices: [
      {
        label: 'Appendix 1',
        title: 'The recommendations',
        parts: [
          recommendations(counts.recommendations),
          {
            ...recommendations(0),
            key: 'recommendations-n',
            caption: 'Recommendations of the needs assessment',
          },
        ],
      },
      {
        label: 'Appendix 2',
        title: 'The local actions',
        parts: [localActions(counts.localActions)],
      },
      {
        label: 'Appendix 3',
        title: 'What the RAG statuses mean',
        parts: [
          {
            key: 'rag-key',
            caption: 'RAG key',
            columns: [
              column('rag', 'RAG status', 'rag', 'RAG', 10),
              column('meaning', 'For a local action', 'text', 'For a local action', 45),
            ],
            rows: RAG_STATUSES.map((status) => ({
              reference: null,
              kind: null,
              cells: [rag(status), `What ${RAG_NAMES[status]} means`],
            })),
            empty: '',
          },
        ],
      },
    ],
    ...more,
  };
}
