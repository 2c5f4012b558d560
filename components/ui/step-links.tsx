import { TextLink } from './text-link';

export interface Step {
  href: string;
  label: string;
}

interface StepLinksProps {
  /** Names the landmark: "Other recommendations". */
  label: string;
  /** What one of them is: "recommendation". */
  what: string;
  previous: Step | null;
  next: Step | null;
}

/** The ones before and after. Drawn at the top; few reach the bottom to go on. */
export function StepLinks({ label, what, previous, next }: StepLinksProps) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={label} className="text-sm print:hidden">
      <ul className="flex gap-x-5">
        {previous && (
          <li className="flex min-h-6 items-center gap-1.5">
            <span aria-hidden="true">←</span>
            <TextLink href={previous.href}>
              <span className="sr-only">Previous {what}: </span>
              {previous.label}
            </TextLink>
          </li>
        )}
        {next && (
          <li className="flex min-h-6 items-center gap-1.5">
            <TextLink href={next.href}>
              <span className="sr-only">Next {what}: </span>
              {next.label}
            </TextLink>
            <span aria-hidden="true">→</span>
          </li>
        )}
      </ul>
    </nav>
  );
}
