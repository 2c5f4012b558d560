import type { Metadata } from 'next';
import { TextLink } from '@/components/ui/text-link';

export const metadata: Metadata = { title: 'Page not found' };

/**
 * Outside the frame of the board, whose own page of this kind helps more. Next sends this one
 * along with every page, so it is small and reads nothing.
 */
export default function NotFound() {
  return (
    <main className="mx-auto max-w-measure space-y-4 px-4 py-16">
      <h1>Page not found</h1>
      <p>
        There is nothing at this address. <TextLink href="/">Go to the dashboard</TextLink>
      </p>
    </main>
  );
}
