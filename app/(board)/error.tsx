'use client';

import { ErrorPage } from '@/components/shell/error-page';

/** A page of the board broke; its frame still stands around this. */
export default function BoardError({ error }: { error: Error & { digest?: string } }) {
  return <ErrorPage digest={error.digest} />;
}
