'use client';

import { Button } from '@/components/ui/button';
import { Notification } from '@/components/ui/notification';
import type { Words } from './sealed-words';

/** Says that the form holds what was typed before and not saved, and lets go of it. */
export function FoundWords({ words, discard }: { words: Words; discard: () => void }) {
  return (
    <Notification title="What you typed here before is back">
      <p>
        It has not been saved. Check it, then send it.
        {words.file && ' The file must be chosen again.'}
      </p>
      <div className="-ml-3.5">
        <Button type="button" variant="quiet" onClick={discard}>
          Begin again without it
        </Button>
      </div>
    </Notification>
  );
}
