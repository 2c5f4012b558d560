'use client';

import Link from 'next/link';
import { type FormEvent, type ReactNode, useActionState, useEffect, useRef, useState } from 'react';
import type { FormAction, FormState } from '@/lib/domain/form-state';
import { Conflict } from './conflict';
import { ErrorSummary } from './error-summary';
import { SubmitButton } from './submit-button';
import { type FormValues, type Typed, typed } from './values';

/** What every form of the app is given by its page. */
export interface FormProps {
  action: FormAction;
  /** Made by the page, so that a double click, or the same form sent again, writes once. */
  submissionId?: string;
  /** The row the form was drawn from, where its action asks for it. */
  basedOn?: number;
  /** Where leaving without saving goes. */
  cancel?: string;
}

interface Props extends FormProps {
  initial?: FormValues;
  /** The button, and what it says while the form is on its way. */
  submit: string;
  pending?: string;
  /** Other values to send along. */
  hidden?: Record<string, string | undefined>;
  /** Finds what need not be sent to be refused, such as a file that is far too large. */
  check?: (form: FormData) => FormState['errors'] | undefined;
  children: (form: Typed) => ReactNode;
}

/** The first name in the document title says that something is wrong. */
function useTitlePrefix(prefix: string | undefined): void {
  useEffect(() => {
    const title = document.title.replace(/^(Error|Conflict): /, '');
    document.title = prefix ? `${prefix}: ${title}` : title;
  }, [prefix]);
}

/**
 * A form and its answers: what is wrong, at the top and at each field, or what somebody else
 * saved meanwhile. What was typed is kept. Without JavaScript the same state comes with the page.
 */
export function Form(props: Props) {
  const [answer, send, pending] = useActionState(props.action, undefined);
  const [refused, setRefused] = useState<FormState>();
  const top = useRef<HTMLDivElement>(null);
  const state = refused ?? answer;
  const drawn = `${answer?.attempt ?? 0}`;
  const stopped = state !== undefined && !pending;

  useTitlePrefix(state && (state.conflict ? 'Conflict' : 'Error'));
  useEffect(() => {
    // Where the answer stands; only after the form was sent, never when the page opens.
    if (stopped) top.current?.focus();
  }, [stopped]);

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    const errors = props.check?.(new FormData(event.currentTarget));
    if (errors) event.preventDefault();
    setRefused(errors && { attempt: 0, values: {}, errors });
  }

  const carried = {
    ...props.hidden,
    submissionId: props.submissionId,
    basedOn: String(answer?.conflict?.number ?? answer?.values.basedOn ?? props.basedOn ?? ''),
  };
  return (
    <form action={send} onSubmit={onSubmit} noValidate className="form">
      <div ref={top} tabIndex={-1}>
        {state?.conflict ? (
          <Conflict changes={state.conflict.changes} cancel={props.cancel} />
        ) : (
          state && <ErrorSummary errors={state.errors} />
        )}
      </div>
      {Object.entries(carried).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
    </form>
  );
}
