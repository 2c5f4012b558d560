import { classNames } from './class-names';

interface ProseProps {
  /** As typed: paragraphs parted by an empty line, lists by a dash or dot. Never markup. */
  text: string;
  size?: 'base' | 'large';
}

const BULLET = /^\s*[•*–-]\s+/;

interface Block {
  list: boolean;
  lines: string[];
}

/** Lines of a kind that stand together; an empty line parts paragraphs. */
function blocks(text: string): Block[] {
  const found: Block[] = [];
  let open: Block | undefined;
  for (const line of text.split('\n')) {
    const list = BULLET.test(line);
    if (line.trim() === '') {
      open = undefined;
    } else if (open && open.list === list) {
      open.lines.push(line);
    } else {
      open = { list, lines: [line] };
      found.push(open);
    }
  }
  return found;
}

/** Words that somebody wrote: escaped by React, breaks kept, long words broken. */
export function Prose({ text, size = 'base' }: ProseProps) {
  return (
    <div className={classNames('measure space-y-3 wrap-anywhere', size === 'large' && 'text-lg')}>
      {blocks(text).map((block, index) =>
        block.list ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one text never move.
          <ul key={index} className="list-disc space-y-1 pl-6 marker:text-muted">
            {block.lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nor do its lines, which may be alike.
              <li key={at}>{line.replace(BULLET, '')}</li>
            ))}
          </ul>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one text never move.
          <p key={index} className="whitespace-pre-line">
            {block.lines.join('\n')}
          </p>
        ),
      )}
    </div>
  );
}
