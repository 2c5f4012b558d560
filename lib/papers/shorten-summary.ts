import type { PaperSummary } from '@/lib/domain/paper-model';
import type { ProseBlock, ProseList, Span } from '@/lib/domain/prose';

/** How much of a summary is kept. */
export interface Room {
  /** Of each list. */
  items: number;
  /** Of each paragraph. */
  characters: number;
}

/** From all of it to what surely fits a page. */
export const ROOMS: readonly Room[] = [
  { items: Number.POSITIVE_INFINITY, characters: Number.POSITIVE_INFINITY },
  ...[20, 15, 12, 10, 8, 7, 6, 5, 4, 3].map((items) => ({
    items,
    characters: Number.POSITIVE_INFINITY,
  })),
  ...[600, 300, 150, 80].map((characters) => ({ items: 2, characters })),
];

/** A summary with shorter lists, which end in "and 12 more", and then shorter paragraphs. */
export function shortenSummary(summary: PaperSummary, room: Room): PaperSummary {
  return {
    ...summary,
    parts: summary.parts.map(({ heading, blocks }) => ({
      heading,
      blocks: blocks.map((block) => shortened(block, room)),
    })),
  };
}

function shortened(block: ProseBlock, room: Room): ProseBlock {
  return block.kind === 'list'
    ? shortList(block, room)
    : { ...block, spans: shortSpans(block.spans, room.characters) };
}

function shortList({ items, ...list }: ProseList, room: Room): ProseList {
  const kept = items.length > room.items ? items.slice(0, Math.max(1, room.items - 1)) : items;
  const more = items.length - kept.length;
  return {
    ...list,
    items: [
      ...kept.map((blocks) => blocks.map((block) => shortened(block, room))),
      ...(more > 0
        ? [[{ kind: 'paragraph' as const, spans: [{ text: `and ${more} more` }] }]]
        : []),
    ],
  };
}

function shortSpans(spans: readonly Span[], most: number): Span[] {
  let left = most;
  return spans.flatMap((span) => {
    if (left <= 0) return [];
    const text = span.text.length > left ? `${span.text.slice(0, left).trimEnd()} …` : span.text;
    left -= span.text.length;
    return [{ ...span, text }];
  });
}
