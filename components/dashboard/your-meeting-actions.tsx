import { TextLink } from '../ui/text-link';

/** How much meetings of the board have asked of the reader; nothing where they asked nothing. */
export function YourMeetingActions({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p>
      Your meeting actions: <TextLink href="/meetings/actions">{count} open</TextLink>
    </p>
  );
}
