'use client';

import './globals.css';
import { ErrorPage } from '@/components/shell/error-page';

/** The outermost layout broke: this stands in for the whole document. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en-GB">
      <head>
        <title>Something went wrong – Board tracker</title>
      </head>
      <body>
        <main>
          <ErrorPage digest={error.digest} />
        </main>
      </body>
    </html>
  );
}
