'use client';

import { useEffect, useRef, useState } from 'react';
import { type SessionStanding, WARNING_SECONDS } from '@/lib/domain/session';
import { Button } from '../ui/button';
import { TextLink } from '../ui/text-link';

/** Seconds until the server is asked again that did not answer. */
const LOOK_AGAIN = 30;

type Answer = SessionStanding | 'over' | 'unknown';

async function ask(method: 'GET' | 'POST'): Promise<Answer> {
  try {
    const answer = await fetch('/api/session', { method, cache: 'no-store' });
    if (answer.status === 401) return 'over';
    return answer.ok ? ((await answer.json()) as SessionStanding) : 'unknown';
  } catch {
    return 'unknown';
  }
}

/** Seconds until it ends, by the server's clock: the reader's own may be wrong. */
function secondsLeft({ now, endsAt }: SessionStanding): number {
  return (Date.parse(endsAt) - Date.parse(now)) / 1000;
}

/** "2 minutes", "30 seconds": said anew at these times only, or a screen reader never rests. */
function leftInWords(seconds: number): string {
  if (seconds > 90) return '2 minutes';
  if (seconds > 60) return 'a minute and a half';
  return seconds > 30 ? 'a minute' : 'less than 30 seconds';
}

/**
 * Tells the reader two minutes before their session ends, and lets them stay. A dialog of the
 * platform: it takes the focus, keeps it, and gives it back. Other tabs count: the server is asked
 * before anything is said.
 */
export function SessionWarning({ standing }: { standing: SessionStanding }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const stay = useRef<() => Promise<void>>(undefined);
  const [said, setSaid] = useState<{ idle: boolean; left: string } | 'over'>();

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const again = (seconds: number) => {
      clearTimeout(timer);
      timer = setTimeout(look, seconds * 1000);
    };
    const open = () => {
      if (!dialog.current?.open) dialog.current?.showModal();
    };

    function hear(answer: Answer): void {
      if (answer === 'unknown') {
        again(LOOK_AGAIN);
        return;
      }
      if (answer === 'over') {
        setSaid('over');
        open();
        return;
      }
      const left = secondsLeft(answer);
      if (left > WARNING_SECONDS) {
        dialog.current?.close();
        // A timer that waits for weeks is none; a session is over long before.
        again(Math.min(left - WARNING_SECONDS, 24 * 3600));
        return;
      }
      setSaid({ idle: answer.idle, left: leftInWords(left) });
      open();
      again(Math.min(Math.max(left, 1), 15));
    }
    async function look(): Promise<void> {
      hear(await ask('GET'));
    }
    // A computer that slept wakes with its timers late, and another tab may have gone on.
    const onReturn = () => {
      if (document.visibilityState === 'visible') look();
    };

    stay.current = async () => hear(await ask('POST'));
    hear(standing);
    document.addEventListener('visibilitychange', onReturn);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onReturn);
    };
  }, [standing]);

  return (
    <dialog
      ref={dialog}
      aria-labelledby="session-warning"
      aria-describedby="session-warning-words"
      className="m-auto max-w-lg space-y-4 rounded-md border-2 border-edge bg-surface p-6 text-ink backdrop:bg-black/50 print:hidden not-open:hidden"
    >
      {said === 'over' ? (
        <>
          <h2 id="session-warning" className="text-xl">
            You have been signed out
          </h2>
          <p id="session-warning-words">
            What you typed on this page is still there. Sign in again in a new tab, then come back
            and go on.
          </p>
          <div className="flex flex-wrap items-center gap-4">
            <TextLink href="/sign-in" newTab>
              Sign in
            </TextLink>
            <Button type="button" variant="secondary" onClick={() => dialog.current?.close()}>
              Back to the page
            </Button>
          </div>
        </>
      ) : (
        <>
          <h2 id="session-warning" className="text-xl">
            You are about to be signed out
          </h2>
          <p id="session-warning-words" aria-live="polite">
            {said?.idle === false
              ? `You have been signed in for as long as is allowed. In ${said.left} you will be signed out: save what you are doing, then sign in again.`
              : `Nothing has happened here for a while, so you will be signed out in ${said?.left ?? '2 minutes'}.`}
          </p>
          <div className="flex flex-wrap items-center gap-4">
            {said?.idle === false ? (
              <Button type="button" onClick={() => dialog.current?.close()}>
                Back to the page
              </Button>
            ) : (
              <Button type="button" onClick={() => stay.current?.()}>
                Stay signed in
              </Button>
            )}
          </div>
        </>
      )}
    </dialog>
  );
}
