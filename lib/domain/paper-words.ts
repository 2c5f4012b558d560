import { CHALLENGE_RULES } from './challenge';
import { formatDate, formatInstant, londonDay } from './dates';
import { type ItemKind, KIND_NAMES } from './item';
import { MOVEMENT_NAMES, MOVEMENTS, type Movement } from './movement';
import type { PaperFacts, PaperItem } from './paper-facts';
import type { GeneratedParagraph } from './paper-frame';
import { plain } from './prose';
import { RAG_NAMES, RAG_STATUSES, type RagStatus } from './rag';

/** The paragraphs of a paper as the register's figures make them, in Markdown. */

export function counted(items: readonly PaperItem[]): Array<PaperItem & { rag: RagStatus }> {
  return items.flatMap((item) => (item.rated && item.rag ? [{ ...item, rag: item.rag }] : []));
}

const number = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;

/** 'a, b and c' */
export function and(parts: readonly string[]): string {
  return parts.length < 2
    ? (parts[0] ?? '')
    : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** '**3** Red, **1** Amber'; what there is none of is left out. */
function ragWords(items: readonly PaperItem[]): string {
  const rated = counted(items);
  const parts = RAG_STATUSES.flatMap((status) => {
    const count = rated.filter(({ rag }) => rag === status).length;
    return count ? [`**${count}** ${RAG_NAMES[status]}`] : [];
  });
  return parts.length ? and(parts) : 'none rated';
}

/** 'R8 Local accountability' */
const named = ({ reference, shortTitle }: Pick<PaperItem, 'reference' | 'shortTitle'>) =>
  `**${plain(reference)}** ${plain(shortTitle)}`;

const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');
const paragraphs = (parts: ReadonlyArray<string | null>) => parts.filter(Boolean).join('\n\n');

/** Somebody's words as sentences: with a full stop where they have none at their end. */
const sentence = (text: string) => plain(/[.!?…]$/.test(text.trim()) ? text : `${text.trim()}.`);
/** Words that go on: without their own full stop. */
const phrase = (text: string) => plain(text.trim().replace(/\.$/, ''));

/** What an item says of itself; nothing where nobody has said. */
const saying = ({ headline }: PaperItem) => (headline ? `: ${sentence(headline)}` : '');

function of(facts: PaperFacts, kind: ItemKind): PaperItem[] {
  return facts.items.filter((item) => item.kind === kind);
}

export function sinceWords(facts: PaperFacts): string {
  if (!facts.since) return 'This is the first paper: there is nothing yet to compare with.';
  const day = formatDate(londonDay(new Date(facts.since.at)));
  return facts.since.is === 'paper'
    ? `Movement is counted from ${formatInstant(facts.since.at)}, the cut-off of the paper before.`
    : `Movement is counted from the end of the last meeting, ${day}.`;
}

function position(facts: PaperFacts): string {
  const closed = facts.items.filter(({ lifecycle, rag }) => lifecycle === 'closed' && !rag).length;
  const overdue = facts.items.filter(({ schedule }) => schedule === 'overdue').length;
  return paragraphs([
    `This paper says what the register had recorded by ${formatInstant(facts.cutOff)}. ${sinceWords(facts)}`,
    list(
      (['recommendation', 'commitment', 'local_action'] as const).map((kind) => {
        const all = of(facts, kind);
        const { one, many } = KIND_NAMES[kind];
        const total = counted(all).length;
        return `${number(total, one.toLowerCase(), many.toLowerCase())}: ${ragWords(all)}`;
      }),
    ),
    overdue ? `${number(overdue, 'local action is', 'local actions are')} overdue.` : null,
    closed
      ? `${number(closed, 'line was', 'lines were')} closed otherwise than as complete, and ${closed === 1 ? 'is' : 'are'} in none of these counts.`
      : null,
  ]);
}

/** What moved, the worst first. */
export function movementLines(facts: PaperFacts): string[] {
  const moved = facts.items.filter(({ movement }) => movement && movement !== 'unchanged');
  return MOVEMENTS.flatMap((movement) =>
    moved
      .filter((item) => item.movement === movement)
      .map(
        (item) =>
          `${named(item)}: ${movementName(movement)}${item.rag ? `, now ${RAG_NAMES[item.rag]}` : ''}`,
      ),
  );
}

const movementName = (movement: Movement) => MOVEMENT_NAMES[movement].toLowerCase();

export function movementCounts(facts: PaperFacts): string {
  const parts = MOVEMENTS.flatMap((movement) => {
    const count = facts.items.filter((item) => item.movement === movement).length;
    return count ? [`**${count}** ${movementName(movement)}`] : [];
  });
  return parts.length ? `${and(parts)}.` : 'Nothing is rated yet.';
}

export function redLines(facts: PaperFacts): string[] {
  return counted(facts.items)
    .filter(({ rag, lifecycle }) => rag === 'red' && lifecycle === 'open')
    .map(
      (item) =>
        `${named(item)}${saying(item)}${item.recovery ? ` To bring it back: ${sentence(item.recovery)}` : ''}`,
    );
}

/** So many challenges of one rule are told with their dates and counts; of more, only where. */
const TOLD = 3;

/** What does not add up, a line for each rule that fires. */
function challengeLines(open: PaperFacts['challenges']): string[] {
  return CHALLENGE_RULES.flatMap(({ name, title }) => {
    const firing = open.filter(({ rule }) => rule === name);
    if (firing.length === 0) return [];
    const where =
      firing.length > TOLD
        ? `${firing.map(({ reference }) => plain(reference)).join(', ')}.`
        : firing
            .map((one) => `${plain(one.reference)} (${phrase(one.sentence)})`)
            .join('; ')
            .concat('.');
    return [`**${plain(title)}** (${firing.length}): ${where}`];
  });
}

function movement(facts: PaperFacts): string {
  const moved = movementLines(facts);
  const extended = facts.items.filter((item) => item.extended);
  const red = redLines(facts);
  const open = facts.challenges.filter(({ acknowledged }) => acknowledged === null);
  return paragraphs([
    facts.since ? movementCounts(facts) : sinceWords(facts),
    moved.length ? `What moved:\n\n${list(moved)}` : null,
    extended.length
      ? `Due dates moved later: ${and(extended.map(({ reference }) => plain(reference)))}.`
      : null,
    red.length ? `What is Red:\n\n${list(red)}` : 'Nothing is Red.',
    open.length
      ? `What does not add up (${number(open.length, 'open challenge')}):\n\n${list(challengeLines(open))}`
      : 'Nothing on the challenge list is open.',
  ]);
}

function grouped(
  facts: PaperFacts,
  kind: 'key_area' | 'strategy_priority',
  prefix: (code: string) => string,
): string {
  return list(
    facts.groupings
      .filter((grouping) => grouping.kind === kind)
      .map(({ code, name }) => {
        const held = facts.items.filter((item) =>
          item.groupings.some((one) => one.kind === kind && one.code === code),
        );
        const notable = counted(held).filter(
          ({ rag, movement: moved }) => rag === 'red' || (moved && moved !== 'unchanged'),
        );
        return [
          `${prefix(code)}${phrase(name)}: `,
          held.length ? `${ragWords(held)}.` : 'nothing in the register belongs here.',
          notable.length
            ? ` ${notable.map((item) => `${plain(item.reference)}${saying(item) || '.'}`).join(' ')}`
            : '',
        ].join('');
      }),
  );
}

function commitments(facts: PaperFacts): string {
  const all = of(facts, 'commitment');
  const said = all.filter((item) => item.rated && item.headline);
  return paragraphs([
    `Of what the government committed to in its initial response of 27 July 2021: ${ragWords(all)}. The ratings are the board’s own reading.`,
    said.length ? list(said.map((item) => `${named(item)}${saying(item)}`)) : null,
  ]);
}

function funding(facts: PaperFacts): string {
  const ends = facts.items.filter(
    (item) => item.lifecycle === 'open' && item.fundedUntil && item.kind === 'local_action',
  );
  const dependencies = facts.items.filter((item) => !item.rated && item.reference === 'C8');
  return paragraphs([
    ...dependencies.map((item) => plain(item.text)),
    ends.length
      ? `Local actions that are paid for until a date:\n\n${list(
          ends.map(
            (item) =>
              `${named(item)}: funded${item.fundingSource ? ` by ${plain(item.fundingSource)}` : ''} until ${formatDate(item.fundedUntil ?? '')}${item.dueDate ? `, due ${formatDate(item.dueDate)}` : ''}`,
          ),
        )}`
      : 'No open local action is recorded as paid for by a grant that ends.',
  ]);
}

function purpose(facts: PaperFacts): string {
  const national = facts.sources.filter((source) => source.national && source.prefix === 'R');
  const own = facts.sources.filter((source) => !source.national);
  return `To say where the recommendations of ${and(
    [...national, ...own].map(({ title }) => `“${plain(title)}”`),
  )}, what the government committed to in reply, and the local actions of the partners stand, and to ask the board for the decisions in section 3.`;
}

function meetingActions(facts: PaperFacts): string {
  return `Actions that earlier meetings left open:\n\n${list(
    facts.meetingActions.map(
      ({ what, owner, dueDate }) =>
        `${plain(what)} (${plain(owner)}${dueDate ? `, by ${formatDate(dueDate)}` : ''})`,
    ),
  )}`;
}

/** 'To close A12 …' as a line the board can decide. */
export function askLines(facts: PaperFacts): Array<{ key: string; words: string }> {
  const order = ['closure', 'extension', 'reopening'] as const;
  return order.flatMap((kind) =>
    facts.awaiting
      .filter((one) => one.kind === kind)
      .map((one) => ({
        key: `ask:${one.reference}:${one.number}`,
        words: `To agree, for ${named(one)}, to ${plain(one.asks)}. Reason given: ${sentence(one.reason)}`,
      })),
  );
}

/** Every paragraph in its order. */
export function generateParagraphs(facts: PaperFacts): GeneratedParagraph[] {
  const priorities = facts.groupings.some(({ kind }) => kind === 'strategy_priority');
  return [
    { key: 'purpose', section: '1', heading: null, words: purpose(facts) },
    ...(facts.meetingActions.length
      ? [
          {
            key: 'meeting_actions',
            section: '1' as const,
            heading: 'Actions from earlier meetings',
            words: meetingActions(facts),
          },
        ]
      : []),
    { key: 'position', section: '2', heading: 'Where things stand', words: position(facts) },
    {
      key: 'movement',
      section: '2',
      heading: 'What moved, what is Red and what does not add up',
      words: movement(facts),
    },
    {
      key: 'key_areas',
      section: '2',
      heading: 'Progress by key area of the review',
      words: grouped(facts, 'key_area', (code) => `**${plain(code)})** `),
    },
    {
      key: 'commitments',
      section: '2',
      heading: 'What the government committed to',
      words: commitments(facts),
    },
    ...(priorities
      ? [
          {
            key: 'priorities',
            section: '2' as const,
            heading: 'National priorities',
            words: grouped(facts, 'strategy_priority', () => ''),
          },
        ]
      : []),
    {
      key: 'funding',
      section: '2',
      heading: 'What depends on the Spending Review or on grants that end',
      words: funding(facts),
    },
    {
      key: 'note',
      section: '3',
      heading: null,
      words: 'To note the position and the movement set out in this paper.',
    },
    ...askLines(facts).map((ask) => ({ ...ask, section: '3' as const, heading: null })),
  ];
}
