'use client';

import { useState, useSyncExternalStore } from 'react';
import { Button } from './button';

const never = () => () => {};
const canCopy = () => Boolean(navigator.clipboard);

/**
 * Puts a text on the clipboard, and says so. Only where scripts run and the browser lets them: the
 * text itself stands beside it.
 */
export function CopyButton({ text, children }: { text: string; children: string }) {
  const possible = useSyncExternalStore(never, canCopy, () => false);
  const [said, setSaid] = useState('');
  if (!possible) return null;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('Your browser did not allow it. Select the text and copy it yourself'),
    );
  return (
    <p className="flex flex-wrap items-center gap-3 print:hidden">
      <Button type="button" variant="secondary" onClick={copy}>
        {children}
      </Button>
      <span role="status">{said}</span>
    </p>
  );
}
