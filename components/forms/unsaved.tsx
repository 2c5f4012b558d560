'use client';

import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { canKeep, forgetAllWords } from './sealed-words';

/** Other tabs hear of a sign-out by this name. */
const CHANNEL = 'board signed out';

/** The forms of the page that hold something unsaved. */
const dirty = new Set<HTMLFormElement>();
let leaving = false;

const SealKey = createContext<string | null>(null);

/** What words of the reader are sealed with; null where none are kept. */
export function useSealKey(): string | null {
  return useContext(SealKey);
}

/** Says whether a form holds what is not saved: leaving its page then asks. */
export function markUnsaved(form: HTMLFormElement, unsaved: boolean): void {
  if (!unsaved) {
    dirty.delete(form);
    return;
  }
  dirty.add(form);
  leaving = false;
}

/** The reader has said that they leave: nothing more is asked until they type again. */
export function allowLeaving(): void {
  leaving = true;
}

/** Signing out in one tab clears what was typed in all of them. */
export function tellSignedOut(): void {
  forgetAllWords();
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('');
  channel.close();
}

function isUnsaved(): boolean {
  for (const form of dirty) if (!form.isConnected) dirty.delete(form);
  return dirty.size > 0 && !leaving;
}

/** The link that a click follows away from this page, in this tab. */
function followed(event: MouseEvent): HTMLAnchorElement | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return null;
  }
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.href || (link.target && link.target !== '_self') || link.hasAttribute('download')) {
    return null;
  }
  const { origin, pathname, search } = new URL(link.href, window.location.href);
  const here = window.location;
  const samePage = origin === here.origin && pathname === here.pathname && search === here.search;
  return samePage ? null : link;
}

/**
 * Asks before a page with unsaved words is left: by a dialogue of ours where a link is followed, by
 * the browser's where the tab is closed or another address typed. Back and forward are not asked;
 * however one comes back, the words are there.
 * @param sealKey the reader's own, from the server
 */
export function UnsavedGuard({
  sealKey,
  children,
}: {
  sealKey: string | null;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const wanted = useRef<HTMLAnchorElement>(null);

  useEffect(() => {
    const ask = (event: MouseEvent) => {
      const link = isUnsaved() ? followed(event) : null;
      if (!link) return;
      event.preventDefault();
      event.stopPropagation();
      wanted.current = link;
      dialog.current?.showModal();
    };
    const unload = (event: BeforeUnloadEvent) => {
      if (isUnsaved()) event.preventDefault();
    };
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = forgetAllWords;
    // Before the router, which follows links of ours by itself.
    document.addEventListener('click', ask, true);
    window.addEventListener('beforeunload', unload);
    return () => {
      channel.close();
      document.removeEventListener('click', ask, true);
      window.removeEventListener('beforeunload', unload);
    };
  }, []);

  function leave(): void {
    dialog.current?.close();
    allowLeaving();
    wanted.current?.click();
  }

  return (
    <SealKey value={sealKey}>
      {children}
      <dialog
        ref={dialog}
        aria-labelledby="unsaved-title"
        aria-describedby="unsaved-words"
        className="m-auto max-w-lg space-y-4 rounded-md border-2 border-edge bg-surface p-6 text-ink backdrop:bg-black/50 print:hidden not-open:hidden"
      >
        <h2 id="unsaved-title" className="text-xl">
          Leave without saving?
        </h2>
        <p id="unsaved-words">
          What you typed on this page is not saved.{' '}
          {canKeep(sealKey)
            ? 'It stays in this tab until you sign out or close the tab, and is there when you come back to the page. A file would have to be chosen again.'
            : 'If you leave, it is lost.'}
        </p>
        <div className="flex flex-wrap gap-3">
          <Button type="button" onClick={() => dialog.current?.close()}>
            Stay on this page
          </Button>
          <Button type="button" variant="secondary" onClick={leave}>
            Leave
          </Button>
        </div>
      </dialog>
    </SealKey>
  );
}
