'use client';

import { unstable_rethrow } from 'next/navigation';
import { type FormEvent, startTransition, useActionState, useEffect, useRef } from 'react';
import type { FormAction, FormState } from '@/lib/domain/form-state';
import { digestOf, explainFailure, type SendFailure } from './send-failure';
import { endSend, watchSends } from './watched-fetch';

interface Sent {
  state: FormState | undefined;
  /** Its last try had no answer. */
  failure?: SendFailure;
}

interface Sending {
  state: FormState | undefined;
  failure: SendFailure | undefined;
  /** What a form takes. Without a script it is sent to its action as it is. */
  form: {
    action: (form: FormData) => void;
    onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  };
  /** Sends what the form holds now, by the button that was pressed before. */
  tryAgain: () => void;
}

/**
 * Sends a form, the same way for all of them. Where no answer comes the form stays as it is, and
 * says so: nothing of it is drawn anew, and a chosen file stays chosen.
 * @param opening the state that the form opens with, if any
 * @param before looks at what is to be sent; false keeps it here
 * @param done told once it is saved, before its page goes
 */
export function useSend(
  action: FormAction,
  {
    opening,
    before = () => true,
    done,
  }: {
    opening?: FormState;
    before?: (form: FormData) => boolean;
    done?: (saved: boolean) => void;
  } = {},
): Sending {
  const [first, plain] = useActionState(action, opening);
  const [sent, dispatch, pending] = useActionState(
    async ({ state }: Sent, form: FormData): Promise<Sent> => {
      try {
        const next = await action(state, form);
        endSend();
        if (next.shown) done?.(true);
        return { state: next };
      } catch (error) {
        const outcome = endSend();
        const leads = leadsTo(error);
        if (leads) done?.(!leads.startsWith('/sign-in?'));
        // Where it was saved, its answer is the way to another page.
        unstable_rethrow(error);
        return { state, failure: explainFailure(error, outcome) };
      }
    },
    { state: first },
  );
  const pressed = useRef<{ form: HTMLFormElement; by: HTMLElement | null }>(undefined);
  useEffect(watchSends, []);

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (pending) return;
    const { currentTarget: form, nativeEvent } = event;
    const { submitter } = nativeEvent as SubmitEvent;
    const data = new FormData(form, submitter);
    if (!before(data)) return;
    pressed.current = { form, by: submitter };
    startTransition(() => dispatch(data));
  }

  function tryAgain(): void {
    if (!pressed.current) return;
    const { form, by } = pressed.current;
    form.requestSubmit(by?.isConnected ? by : null);
  }

  const { state, failure } = sent;
  return { state, failure, form: { action: plain, onSubmit }, tryAgain };
}

/** The address that a redirect leads to. */
function leadsTo(error: unknown): string | null {
  const digest = digestOf(error);
  if (!digest?.startsWith('NEXT_REDIRECT;')) return null;
  return digest.split(';').slice(2, -2).join(';');
}
