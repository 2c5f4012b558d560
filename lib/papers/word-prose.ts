import {
  ExternalHyperlink,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { ProseBlock, ProseParagraph, Span } from '@/lib/domain/prose';
import { BULLETS, NUMBERS } from './word-styles';
import { isLeftward, run } from './word-text';

/** Each ordered list counts from 1: its numbering only has to differ from others of its document. */
let lists = 0;

function child({ text, bold, italic, href }: Span): ParagraphChild {
  const look = { ...(bold && { bold }), ...(italic && { italics: italic }) };
  return href
    ? new ExternalHyperlink({ link: href, children: [run(text, { ...look, style: 'Hyperlink' })] })
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

/** The first paragraph of a text, with the number it has. */
export function numberedLine(number: string, { spans }: ProseParagraph): Paragraph {
  return line(spans, { style: 'Numbered' }, number);
}

/**
 * Paragraphs and lists of a text.
 * @param more what paragraphs outside lists are besides
 */
export function prose(blocks: readonly ProseBlock[], more: IParagraphOptions = {}): Paragraph[] {
  return inLists(blocks, more, -1);
}

function inLists(
  blocks: readonly ProseBlock[],
  more: IParagraphOptions,
  level: number,
): Paragraph[] {
  return blocks.flatMap((block): Paragraph[] => {
    if (block.kind === 'paragraph') return [line(block.spans, more)];
    const deeper = Math.min(level + 1, 5);
    const instance = block.ordered ? ++lists : undefined;
    const numbering = { reference: block.ordered ? NUMBERS : BULLETS, level: deeper, instance };
    return block.items.flatMap((item) => {
      const [first, ...rest] = item;
      const head =
        first?.kind === 'paragraph'
          ? [line(first.spans, { spacing: { after: 60 }, numbering })]
          : inLists(first ? [first] : [], { spacing: { after: 60 }, numbering }, deeper);
      const indent = { left: 400 * (deeper + 1) };
      return [...head, ...inLists(rest, { indent }, deeper)];
    });
  });
}
