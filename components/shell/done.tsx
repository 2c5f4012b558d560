'use client';

import { useEffect, useId, useRef, useState } from 'react';
import type { DoneNotice } from '@/lib/domain/notice-told';
import { Message } from '../ui/notification';
import { TextLink } from '../ui/text-link';

/** What this tab has said already: a page that comes back from its memory does not say it again. */
const said = new Set<string>();

/** Takes what was done out of the address, so that it is reloaded and copied without it. */
function tidyAddress(): void {
  const { searchParams, pathname, hash } = new URL(window.location.href);
  for (const name of ['done', 'paragraph']) searchParams.delete(name);
  const query = searchParams.size > 0 ? `?${searchParams}` : '';
  // Next adds what it keeps in the history by itself.
  window.history.replaceState(null, '', pathname + query + hash);
}

/**
 * What was just done, and what people usually do next. It takes the focus, by which it is read
 * out: a live region would say it a second time. Without scripts the browser gives it the focus.
 */
export function Done({ done }: { done: DoneNotice }) {
  const { key, title, next } = done;
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const [over] = useState(() => said.has(key));
  useEffect(() => {
    box.current?.focus();
    said.add(key);
    // Next takes the history over in an effect of its own, after this one.
    const later = setTimeout(tidyAddress);
    return () => clearTimeout(later);
  }, [key]);
  if (over) return null;
  return (
    <Message
      ref={box}
      role="group"
      aria-labelledby={titleId}
      tabIndex={-1}
      // React puts it into the page as sent, where it counts without scripts.
      autoFocus
      tone="success"
      title={title}
      titleId={titleId}
      className="scroll-mt-6 print:hidden"
    >
      {next && (
        <p>
          <TextLink href={next.href}>{next.label}</TextLink>
        </p>
      )}
    </Message>
  );
}
