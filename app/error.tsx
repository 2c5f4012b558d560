'use client';

import { ErrorPage } from '@/components/shell/error-page';

/** A page outside the board broke, or the frame of the board itself. */
export default function AppError({ error }: { error: Error & { digest?: string } }) {
  return (
    <main>
      <ErrorPage digest={error.digest} />
    </main>
  );
}
