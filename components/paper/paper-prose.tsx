import type { ProseBlock, ProseList, Span } from '@/lib/domain/prose';
import { TextLink } from '../ui/text-link';

/** Paragraphs and lists of a paper. Their direction is that of their first letter. */
export function PaperProse({ blocks }: { blocks: readonly ProseBlock[] }) {
  return (
    <div className="measure space-y-3 wrap-anywhere">
      <Blocks blocks={blocks} />
    </div>
  );
}

function Blocks({ blocks }: { blocks: readonly ProseBlock[] }) {
  return blocks.map((block, index) =>
    block.kind === 'list' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one text never move.
      <List key={index} {...block} />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one text never move.
      <p key={index} dir="auto">
        <Spans spans={block.spans} />
      </p>
    ),
  );
}

function List({ ordered, items }: ProseList) {
  const entries = items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: nor do the items of its lists.
    <li key={index} dir="auto" className="space-y-1">
      <Blocks blocks={item} />
    </li>
  ));
  return ordered ? (
    <ol className="list-decimal space-y-1 ps-6 marker:text-muted">{entries}</ol>
  ) : (
    <ul className="list-disc space-y-1 ps-6 marker:text-muted">{entries}</ul>
  );
}

function Spans({ spans }: { spans: readonly Span[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: nor do the runs of a paragraph.
  return spans.map((span, index) => <Run key={index} {...span} />);
}

function Run({ text, bold, italic, href }: Span) {
  const leaning = italic ? <em>{text}</em> : text;
  const heavy = bold ? <strong>{leaning}</strong> : leaning;
  return href ? <TextLink href={href}>{heavy}</TextLink> : heavy;
}
