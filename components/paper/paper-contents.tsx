import { TextLink } from '../ui/text-link';

/** What the paper holds, in its order: the way through it on a screen. */
export function PaperContents({ parts }: { parts: ReadonlyArray<{ id: string; title: string }> }) {
  return (
    <nav aria-label="Contents of the paper" className="print:hidden">
      <ul>
        {parts.map(({ id, title }) => (
          <li key={id} className="py-1">
            <TextLink href={`#${id}`}>{title}</TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
