import { formatDate, formatInstant } from './dates';
import { meetingsChart, themeChart } from './paper-charts';
import type { PaperFacts } from './paper-facts';
import {
  draftParagraphs,
  type GeneratedParagraph,
  isOwn,
  PAPER_SECTIONS,
  type PaperFrame,
  PURPOSE_NAMES,
  type SectionNumber,
} from './paper-frame';
import type { PaperModel, PaperSection, PaperSummary } from './paper-model';
import { paperAppendices } from './paper-tables';
import {
  askLines,
  generateParagraphs,
  movementCounts,
  movementLines,
  redLines,
  sinceWords,
} from './paper-words';
import { parseProse } from './prose';

/** What a paper is made for, apart from what it says. */
export interface PaperStand {
  audience: PaperModel['audience'];
  kind: PaperModel['kind'];
  state: PaperModel['state'];
  version: number;
  cleared: { by: string; role: string } | null;
  /** Of a correction: the version it replaces, and why. */
  replaces: { version: number; reason: string } | null;
  /** Issued although so many challenges were open. */
  openChallenges: number;
}

function headings(board: string): Record<SectionNumber, string> {
  const name = board.replace(/^the /i, '').toUpperCase();
  return {
    '1': `WHY IS THE INFORMATION/REPORT COMING TO THE ${name}`,
    '2': 'WHAT ARE THE CRITICAL ITEMS/ISSUES FOR FOCUS?',
    '3': `WHAT ACTIONS DO YOU WANT THE ${name} TO TAKE?`,
  };
}

/** So many lines of a list stand in the summary, that it keeps to one side. */
const LINES = 8;

function some(lines: readonly string[], none: string): string {
  if (lines.length === 0) return none;
  const shown = lines.slice(0, LINES).map((line) => `- ${line}`);
  const rest = lines.length - LINES;
  return [...shown, ...(rest > 0 ? [`- and ${rest} more in section 2`] : [])].join('\n');
}

function summary(facts: PaperFacts): PaperSummary {
  const asks = askLines(facts).map(({ words }) => words.replace(/ Reason given: .*$/, ''));
  return {
    heading: 'Summary',
    parts: [
      {
        heading: 'What moved',
        blocks: parseProse(
          facts.since
            ? `${movementCounts(facts)}\n\n${some(movementLines(facts), 'Nothing moved.')}`
            : sinceWords(facts),
        ),
      },
      { heading: 'What is Red', blocks: parseProse(some(redLines(facts), 'Nothing is Red.')) },
      {
        heading: 'What you will be asked',
        blocks: parseProse(some(['To note this paper.', ...asks], '')),
      },
    ],
  };
}

function notices(facts: PaperFacts, stand: PaperStand): string[] {
  const { replaces } = stand;
  // Of the public version: those that its readers can see in it.
  const seen = facts.challenges.filter(({ acknowledged }) => acknowledged === null).length;
  const openChallenges =
    stand.audience === 'public' ? Math.min(seen, stand.openChallenges) : stand.openChallenges;
  return [
    ...(stand.state === 'draft' ? ['Draft: not cleared, and its figures still move.'] : []),
    ...(stand.state === 'cleared' ? ['Cleared, not issued yet: its figures still move.'] : []),
    ...(facts.board.illustrative
      ? ['Illustrative: this board and its partners are fictional.']
      : []),
    ...(replaces
      ? [`Version ${stand.version} replaces version ${replaces.version}: ${replaces.reason}`]
      : []),
    ...(openChallenges
      ? [
          `Issued with ${openChallenges} open ${openChallenges === 1 ? 'challenge' : 'challenges'}, listed in section 2.`,
        ]
      : []),
    ...(stand.audience === 'public' && facts.withheld
      ? ['Public version: something restricted was withheld, and is in none of the counts.']
      : []),
  ];
}

function front(facts: PaperFacts, frame: PaperFrame, { cleared }: PaperStand): PaperModel['front'] {
  const { itemNumber, author, sponsor, purpose } = frame.front;
  const lines: Array<[string, string | null]> = [
    ['Meeting', `${formatDate(facts.meeting.date)}, ${facts.meeting.venue}`],
    ['Item number', itemNumber],
    ['Author', author],
    ['Sponsor', sponsor],
    ['Cleared by', cleared && [...new Set([cleared.by, cleared.role])].filter(Boolean).join(', ')],
    ['For', PURPOSE_NAMES[purpose]],
    ['Figures as at', formatInstant(facts.cutOff)],
  ];
  return lines.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}

/** What prints of the draft, with its numbers. */
function sections(
  facts: PaperFacts,
  frame: PaperFrame,
  generated: readonly GeneratedParagraph[],
  audience: PaperModel['audience'],
): PaperSection[] {
  const heading = headings(facts.board.name);
  const all = draftParagraphs(frame, generated).filter(({ leftOut }) => !leftOut);
  const printed = all.flatMap((one) => {
    if (audience === 'members' || one.public) return [one];
    // What was written for members only: the public has what is generated, or nothing.
    const made = generated.find(({ key }) => key === one.key);
    return isOwn(one.key) || !made ? [] : [{ ...one, heading: made.heading, words: made.words }];
  });
  return PAPER_SECTIONS.map((section) => ({
    number: section,
    heading: heading[section],
    paragraphs: printed
      .filter((one) => one.section === section)
      .map((one, index) => ({
        number: `${section}.${index + 1}`,
        heading: one.heading,
        blocks: parseProse(one.words),
        charts: one.key === 'position' ? [themeChart(facts), meetingsChart(facts)] : [],
      })),
  }));
}

/** Facts with headlines as the paper prints them. */
export function withHeadlines(facts: PaperFacts, frame: Pick<PaperFrame, 'headlines'>): PaperFacts {
  const printed = new Map(frame.headlines.map((one) => [one.reference, one.words]));
  return {
    ...facts,
    items: facts.items.map((item) => ({
      ...item,
      headline: printed.get(item.reference) ?? item.headline,
    })),
  };
}

/** The paper: what the figures say, as the officers edited it. */
export function composePaper(facts: PaperFacts, frame: PaperFrame, stand: PaperStand): PaperModel {
  const printed = withHeadlines(facts, frame);
  return {
    format: 1,
    audience: stand.audience,
    kind: stand.kind,
    state: stand.state,
    version: stand.version,
    title: frame.front.title,
    board: { name: facts.board.name, areas: facts.board.areas },
    meeting: { slug: facts.meeting.slug, date: facts.meeting.date },
    cutOff: facts.cutOff,
    notices: notices(facts, stand),
    front: front(facts, frame, stand),
    summary: summary(printed),
    sections: sections(printed, frame, generateParagraphs(printed), stand.audience),
    appendices: paperAppendices(printed),
  };
}

/** What an addendum is to: the paper as it was issued. */
export interface AddendumOf {
  version: number;
  cutOff: string;
}

/**
 * An addendum: what the register recorded after the paper was issued, with the lines that changed
 * since and what has come before the board since.
 * @param facts with movement from the cut-off of the paper
 * @param changed references of what changed since
 */
export function composeAddendum(
  facts: PaperFacts,
  frame: PaperFrame,
  stand: PaperStand,
  of: AddendumOf,
  changed: ReadonlySet<string>,
): PaperModel {
  const late: PaperFacts = {
    ...facts,
    items: facts.items.filter(({ reference }) => changed.has(reference)),
    awaiting: facts.awaiting.filter(({ reference }) => changed.has(reference)),
    challenges: [],
    meetingActions: [],
  };
  const paper = composePaper(late, { ...frame, paragraphs: [], order: [], headlines: [] }, stand);
  const lines = movementLines(late);
  const said = [
    `Since version ${of.version} of the paper, with figures as at ${formatInstant(of.cutOff)}, the register recorded changes to ${late.items.length} ${late.items.length === 1 ? 'line' : 'lines'}, which the appendices show as ${late.items.length === 1 ? 'it stands' : 'they stand'} now.`,
    ...(lines.length ? [`What moved:\n\n${lines.map((line) => `- ${line}`).join('\n')}`] : []),
  ].join('\n\n');
  const asks = ['To note this addendum.', ...askLines(late).map(({ words }) => words)];
  const contents: Record<SectionNumber, string[]> = {
    '1': ['To tell the board what came in after its paper was issued.'],
    '2': [said],
    '3': asks,
  };
  return {
    ...paper,
    title: `Addendum: ${frame.front.title}`,
    summary: { heading: '', parts: [] },
    sections: paper.sections.map((section) => ({
      ...section,
      paragraphs: (contents[section.number as SectionNumber] ?? []).map((words, index) => ({
        number: `${section.number}.${index + 1}`,
        heading: null,
        blocks: parseProse(words),
        charts: [],
      })),
    })),
    appendices: paper.appendices
      .map((appendix) => ({
        ...appendix,
        parts: appendix.parts.filter(({ rows }) => rows.length > 0),
      }))
      .filter(({ parts }) => parts.length > 0)
      .map((appendix, index) => ({ ...appendix, label: `Appendix ${index + 1}` })),
  };
}

/** A text in which people are called by what they are: no name of a list stands in it. */
function withoutNames(
  text: string,
  people: ReadonlyArray<{ name: string; position: string }>,
): string {
  return people.reduce(
    (words, { name, position }) => (name ? words.replaceAll(name, position) : words),
    text,
  );
}

/** A model without the names of people. @param people the longest names first */
export function withoutNamesIn<T>(
  value: T,
  people: ReadonlyArray<{ name: string; position: string }>,
): T {
  if (typeof value === 'string') return withoutNames(value, people) as T;
  if (Array.isArray(value)) return value.map((one) => withoutNamesIn(one, people)) as T;
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, withoutNamesIn(one, people)]),
    ) as T;
  }
  return value;
}
