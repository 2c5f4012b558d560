import { Details } from '../ui/details';

const MARKS = [
  ['An empty line', 'begins a new paragraph'],
  ['- at the start of a line', 'makes a list; 1. makes one with numbers'],
  ['**words**', 'are bold'],
  ['*words*', 'are in italics'],
  ['[words](https://www.example.org)', 'are a link'],
  ['\\* or \\_', 'print the character itself'],
] as const;

/** What of Markdown a paragraph understands. */
export function MarkdownNote() {
  return (
    <Details summary="How to make lists, bold words and links">
      <dl className="space-y-2">
        {MARKS.map(([mark, does]) => (
          <div key={mark} className="gap-x-4 sm:grid sm:grid-cols-[15rem_minmax(0,1fr)]">
            <dt className="font-mono text-sm leading-7 wrap-anywhere">{mark}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p>Anything else, HTML included, prints as it is typed.</p>
    </Details>
  );
}
