import { classNames } from './class-names';

interface ProseProps {
  /** As typed: paragraphs parted by an empty line, lists by line breaks. Never markup. */
  text: string;
  size?: 'base' | 'large';
}

/** Words that somebody wrote: escaped by React, breaks kept, long words broken. */
export function Prose({ text, size = 'base' }: ProseProps) {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
  return (
    <div className={classNames('measure space-y-3', size === 'large' && 'text-lg')}>
      {paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of one text never move.
        <p key={index} className="whitespace-pre-line wrap-anywhere">
          {paragraph}
        </p>
      ))}
    </div>
  );
}
