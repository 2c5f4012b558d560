import {
  ExternalHyperlink,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { ProseBlock, Span } from '@/lib/domain/prose';
import { type WordLists, withinItem } from './word-lists';
import { NUMBER_WIDTH } from './word-styles';
import { isLeftward, run } from './word-text';

/**
 * The address of a link as a file may hold it; null for one that is no address. A file with a
 * control character in an address does not open.
 */
function addressOf(href: string): string | null {
  return URL.canParse(href) ? new URL(href).href.replace(/ /g, '%20') : null;
}

function child({ text, bold, italic, href }: Span): ParagraphChild {
  const look = { ...(bold && { bold }), ...(italic && { italics: italic }) };
  const link = href && addressOf(href);
  return link
    ? new ExternalHyperlink({ link, children: [run(text, { ...look, style: 'Hyperlink' })] })
    : run(text, look);
}

function line(spans: readonly Span[], more: IParagraphOptions, number?: string): Paragraph {
  const text = spans.map((span) => span.text).join('');
  return new Paragraph({
    ...more,
    ...(isLeftward(text) && { bidirectional: true }),
    children: [...(number ? [new TextRun(`${number}\t`)] : []), ...spans.map(child)],
  });
}

/** What leads to a list stays on its page. */
const leads = (next: ProseBlock | undefined) => next?.kind === 'list' && { keepNext: true };

/** Paragraphs and lists of a text. @param more what its first paragraph is besides */
export function prose(
  blocks: readonly ProseBlock[],
  lists: WordLists,
  more: IParagraphOptions = {},
): Paragraph[] {
  const [first, ...rest] = blocks;
  return first?.kind === 'paragraph'
    ? [line(first.spans, { ...more, ...leads(rest[0]) }), ...inLists(rest, lists, {}, 0, 0)]
    : inLists(blocks, lists, {}, 0, 0);
}

/** A text whose number hangs before its first words; all of it stands to the right of that. */
export function numberedProse(
  number: string,
  blocks: readonly ProseBlock[],
  lists: WordLists,
  more: IParagraphOptions = {},
): Paragraph[] {
  const [first, ...rest] = blocks;
  const [spans, below] = first?.kind === 'paragraph' ? [first.spans, rest] : [[], blocks];
  const look = { ...more, ...leads(below[0]), style: 'Numbered' };
  return [
    line(spans, look, number),
    ...inLists(below, lists, { indent: { left: NUMBER_WIDTH } }, 0, NUMBER_WIDTH),
  ];
}

/**
 * @param more how paragraphs look that are in no list
 * @param level of a list among the blocks
 * @param left where the words around the outermost list begin
 */
function inLists(
  blocks: readonly ProseBlock[],
  lists: WordLists,
  more: IParagraphOptions,
  level: number,
  left: number,
): Paragraph[] {
  return blocks.flatMap((block, index): Paragraph[] => {
    if (block.kind === 'paragraph') {
      return [line(block.spans, { ...more, ...leads(blocks[index + 1]) })];
    }
    const look = { spacing: { after: 60 }, ...lists.open(block, level, left) };
    return block.items.flatMap(([first, ...rest]) => {
      const below = (some: readonly ProseBlock[]) =>
        inLists(some, lists, withinItem(level, left), level + 1, left);
      if (first?.kind === 'paragraph') return [line(first.spans, look), ...below(rest)];
      return first ? below([first, ...rest]) : [];
    });
  });
}
