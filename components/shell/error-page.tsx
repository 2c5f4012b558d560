'use client';

import { useEffect, useRef } from 'react';
import { troubleOf, troubleWords } from '@/lib/domain/trouble';
import { buttonLook } from '../ui/button-look';
import { ButtonRow } from '../ui/button-row';
import { TextLink } from '../ui/text-link';

interface ErrorPageProps {
  /** Of the line in the log, made where the error was thrown; or the trouble of the database. */
  digest: string | undefined;
}

const UNFORESEEN = {
  title: 'Something went wrong',
  page: 'This page could not be shown. What was saved before is safe. If you were sending a form, look whether it was saved before you send it again.',
};

/** Something broke. Says so, what is safe, and the reference under which the log holds the rest. */
export function ErrorPage({ digest }: ErrorPageProps) {
  const trouble = troubleOf({ digest });
  const { title, page } = trouble ? troubleWords(trouble) : UNFORESEEN;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Board tracker`;
    heading.current?.focus();
  }, [title]);
  return (
    <div className="mx-auto max-w-wide px-4 py-7 sm:px-6 lg:px-8">
      <div className="max-w-measure space-y-5">
        <h1 ref={heading} tabIndex={-1} className="outline-none">
          {title}
        </h1>
        <p className="text-lg">{page}</p>
        {digest && !trouble && (
          <p>
            If it happens again, tell whoever runs this service, and give them this reference:{' '}
            <strong className="whitespace-nowrap tabular-nums">{digest}</strong>. It leads to the
            entry in their log.
          </p>
        )}
        <ButtonRow>
          {/* All of it is fetched again: drawing anew what came would show the same error. */}
          <button
            type="button"
            className={buttonLook('primary')}
            data-button=""
            onClick={() => window.location.reload()}
          >
            Try again
          </button>
          <TextLink href="/">Go to the dashboard</TextLink>
        </ButtonRow>
      </div>
    </div>
  );
}
