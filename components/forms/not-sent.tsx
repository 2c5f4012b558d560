'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { canKeep } from './sealed-words';
import type { SendFailure } from './send-failure';
import { allowLeaving, useSealKey } from './unsaved';

/** A form had no answer: what happened, and what to do. It takes the focus each time. */
export function NotSent({ failure, tryAgain }: { failure: SendFailure; tryAgain: () => void }) {
  const kept = canKeep(useSealKey());
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another failure is the signal
  useEffect(() => box.current?.focus(), [failure]);
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      aria-labelledby="not-sent-title"
      className="measure space-y-3 rounded-md border-4 border-danger bg-danger-wash p-5 text-left"
    >
      <h2 id="not-sent-title" className="text-xl">
        {failure.title}
      </h2>
      <p>{failure.words}</p>
      {failure.remedy === 'try again' && (
        <Button type="button" variant="secondary" onClick={tryAgain}>
          Try again
        </Button>
      )}
      {failure.remedy === 'open again' && (
        <Button type="button" variant="secondary" onClick={() => openAgain(kept)}>
          {kept ? 'Open it again, with what you typed' : 'Open it again'}
        </Button>
      )}
    </div>
  );
}

/** All of the page is fetched anew, and takes up what was typed where that is kept. */
function openAgain(kept: boolean): void {
  if (kept) allowLeaving();
  window.location.reload();
}
