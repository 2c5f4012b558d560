import type { ProseBlock, Span } from '@/lib/domain/prose';
import { escapeXml } from './xml';

function span({ text, bold, italic, href }: Span): string {
  const words = escapeXml(text);
  const leaning = italic ? `<em>${words}</em>` : words;
  const heavy = bold ? `<strong>${leaning}</strong>` : leaning;
  return href ? `<a href="${escapeXml(href)}" rel="noreferrer">${heavy}</a>` : heavy;
}

/** Paragraphs and lists as HTML. The direction is that of their first letter. */
export function proseHtml(blocks: readonly ProseBlock[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return `<p dir="auto">${block.spans.map(span).join('')}</p>`;
      const list = block.ordered ? 'ol' : 'ul';
      const items = block.items.map((item) => `<li dir="auto">${proseHtml(item)}</li>`);
      return `<${list}>${items.join('')}</${list}>`;
    })
    .join('');
}
