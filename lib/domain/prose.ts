import type { Nodes, PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { hostOf, refuseWebAddress } from './web-address';

/** A run of text in one style. */
export interface Span {
  text: string;
  bold?: true;
  italic?: true;
  /** http, https or mailto. */
  href?: string;
}
export interface ProseParagraph {
  kind: 'paragraph';
  spans: Span[];
}
export interface ProseList {
  kind: 'list';
  ordered: boolean;
  /** Each item: paragraphs, and lists one level down. */
  items: ProseBlock[][];
}
export type ProseBlock = ProseParagraph | ProseList;

type Style = Omit<Span, 'text'>;

/** Characters that begin or end something in Markdown. */
const MARKUP = /[\\`*_{}[\]()#+.!~<>|&-]/g;

/** Text that is data, written so that Markdown says exactly it. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(MARKUP, '\\$&');
}

function address(url: string): string | undefined {
  if (/^mailto:/i.test(url)) return url;
  return refuseWebAddress(url) === null ? url : undefined;
}

/** Behind the words of a link whose host may not be what it seems: the host, in full. */
function oddHost(href: string | undefined): Span[] {
  const host = href?.startsWith('http') ? hostOf(href) : null;
  return host?.odd ? [{ text: ` (${host.name})` }] : [];
}

function spansOf(nodes: readonly PhrasingContent[], source: string, style: Style = {}): Span[] {
  return nodes.flatMap((node): Span[] => {
    switch (node.type) {
      case 'text':
        return [{ ...style, text: node.value.replace(/\n/g, ' ') }];
      case 'break':
        return [{ ...style, text: ' ' }];
      case 'strong':
        return spansOf(node.children, source, { ...style, bold: true });
      case 'emphasis':
        return spansOf(node.children, source, { ...style, italic: true });
      case 'link': {
        const href = address(node.url);
        return [
          ...spansOf(node.children, source, href ? { ...style, href } : style),
          ...oddHost(href),
        ];
      }
      default:
        // What is not of our subset (code, pictures, HTML) is words like any other, as typed.
        return [{ ...style, text: asTyped(node, source) }];
    }
  });
}

function asTyped(node: Nodes, source: string): string {
  const { start, end } = node.position ?? {};
  return source.slice(start?.offset, end?.offset);
}

/** Runs of the same style become one, so that every face gets the same runs. */
function joined(spans: readonly Span[]): Span[] {
  const same = (a: Span, b: Span) =>
    a.bold === b.bold && a.italic === b.italic && a.href === b.href;
  const runs: Span[] = [];
  for (const span of spans) {
    const last = runs.at(-1);
    if (last && same(last, span)) last.text += span.text;
    else if (span.text) runs.push({ ...span });
  }
  return runs;
}

function blocksOf(nodes: readonly Nodes[], source: string): ProseBlock[] {
  return nodes.flatMap((node): ProseBlock[] => {
    switch (node.type) {
      case 'paragraph':
        return [{ kind: 'paragraph', spans: joined(spansOf(node.children, source)) }];
      case 'list':
        return [
          {
            kind: 'list',
            ordered: node.ordered ?? false,
            items: node.children.map((item) => blocksOf(item.children, source)),
          },
        ];
      case 'blockquote':
        return blocksOf(node.children, source);
      default: {
        const text = asTyped(node, source).replace(/\s+/g, ' ').trim();
        return text ? [{ kind: 'paragraph', spans: [{ text }] }] : [];
      }
    }
  });
}

/**
 * Paragraphs, lists, bold, italics and links of a text in Markdown. Anything else, HTML included,
 * comes out as the words that were typed.
 */
export function parseProse(markdown: string): ProseBlock[] {
  return blocksOf(fromMarkdown(markdown).children, markdown);
}

/** The words alone, a line for each paragraph and each item of a list. */
export function proseText(blocks: readonly ProseBlock[]): string {
  return blocks
    .map((block) =>
      block.kind === 'paragraph'
        ? block.spans.map(({ text }) => text).join('')
        : block.items.map((item) => proseText(item)).join('\n'),
    )
    .join('\n');
}
