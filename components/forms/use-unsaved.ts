'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import {
  canKeep,
  drawnTraceOf,
  forgetWords,
  keepWords,
  openWords,
  placeOf,
  traceOf,
  type Words,
  wordsOf,
} from './sealed-words';
import { markUnsaved, useSealKey } from './unsaved';

interface Unsaved {
  /** What had been typed before and was not saved. */
  found: Words | null;
  /** What the form holds is saved. */
  saved: () => void;
  /** What was found is not wanted: the form is as its page draws it. */
  discard: () => void;
}

/**
 * Keeps what is typed into a form until it is saved, and finds it again.
 * @param name tells the forms of a page apart
 * @param typed the form opened with words that came back, and so are unsaved from the start
 */
export function useUnsaved(
  form: RefObject<HTMLFormElement | null>,
  name: string,
  typed: boolean,
): Unsaved {
  const sealKey = useSealKey();
  const [found, setFound] = useState<Words | null>(null);
  /** What it held when it was drawn, or saved; null where nothing of it is. */
  const settled = useRef<string | null>(null);

  const look = useCallback(() => {
    const here = form.current;
    if (!here) return;
    const unsaved = traceOf(here) !== settled.current;
    markUnsaved(here, unsaved);
    if (!sealKey || !canKeep(sealKey)) return;
    if (unsaved) keepWords(sealKey, placeOf(name), wordsOf(here));
    else forgetWords(placeOf(name));
  }, [form, name, sealKey]);

  // Opened with words or not: what comes back later is an answer to the form, and changes nothing.
  const [opened] = useState(typed);
  useEffect(() => {
    const here = form.current;
    if (!here) return;
    let gone = false;
    settled.current = opened ? null : drawnTraceOf(here);
    const restore = async () => {
      const words = sealKey && (await openWords(sealKey, placeOf(name)));
      // What was typed since is newer.
      if (words && !gone && traceOf(here) === settled.current) setFound(words);
    };
    // On a slow connection people type before the scripts have come.
    if (traceOf(here) !== settled.current) look();
    else void restore();
    here.addEventListener('input', look);
    here.addEventListener('change', look);
    return () => {
      gone = true;
      markUnsaved(here, false);
      here.removeEventListener('input', look);
      here.removeEventListener('change', look);
    };
  }, [form, name, sealKey, opened, look]);

  // Once they are drawn they are unsaved words like any others.
  useEffect(() => {
    if (found) look();
  }, [found, look]);

  const saved = useCallback(() => {
    const here = form.current;
    if (!here) return;
    settled.current = traceOf(here);
    look();
  }, [form, look]);

  const discard = useCallback(() => {
    forgetWords(placeOf(name));
    if (form.current) markUnsaved(form.current, false);
    setFound(null);
  }, [form, name]);

  return { found, saved, discard };
}
