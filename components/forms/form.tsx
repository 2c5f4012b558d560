'use client';

import { type FormEvent, type ReactNode, useActionState, useEffect, useRef, useState } from 'react';
import type { ButtonLook } from '@/components/ui/button';
import type { FormAction, FormState } from '@/lib/domain/form-state';
import { Conflict } from './conflict';
import { ErrorSummary } from './error-summary';
import { SubmitButton } from './submit-button';
import { type Answers, answers, type FormValues } from './values';

/** What the form of every page is given. */
export interface FormProps {
  action: FormAction;
  /** Made by the page: a double click, or the same form sent again, then writes once. */
  submissionId?: string;
  /** The row the form is drawn from, where its action asks for it. */
  basedOn?: number;
  /** Where leaving without saving goes. */
  cancel?: string;
}

interface Props extends FormProps {
  initial?: FormValues;
  /** The button, and what it says while the form is on its way. */
  submit: string;
  pending?: string;
  look?: ButtonLook;
  /** Finds what need not be sent to be refused, such as a file that is far too large. */
  check?: (form: FormData) => FormState['errors'] | undefined;
  children: (answers: Answers) => ReactNode;
}

/** The document's title begins with what happened, as screen readers read it out first. */
function useTitlePrefix(prefix: 'Conflict' | 'Error' | undefined): void {
  useEffect(() => {
    const title = document.title.replace(/^(Error|Conflict): /, '');
    document.title = prefix ? `${prefix}: ${title}` : title;
  }, [prefix]);
}

/**
 * A form and what came back: what is wrong, above it and at each field, or what somebody else
 * saved meanwhile. What was typed is kept. Without JavaScript the same comes with the next page.
 */
export function Form({ action, initial = {}, check, children, ...form }: Props) {
  const [state, send, pending] = useActionState(action, undefined);
  const [unsent, setUnsent] = useState<FormState['errors']>();
  const top = useRef<HTMLDivElement>(null);
  const errors = unsent ?? state?.errors ?? {};
  const conflict = unsent ? undefined : state?.conflict;
  const problem = conflict ? 'Conflict' : Object.keys(errors).length > 0 ? 'Error' : undefined;

  useTitlePrefix(problem);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new answer moves the focus
  useEffect(() => {
    const first = top.current?.firstElementChild;
    if (first instanceof HTMLElement && !pending) first.focus();
  }, [state, unsent, pending]);

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    const found = check?.(new FormData(event.currentTarget));
    if (found) event.preventDefault();
    setUnsent(found);
  }

  const hidden = {
    // What was refused wrote nothing, so the form keeps its id, also where its page is drawn anew.
    submissionId: state?.values.submissionId ?? form.submissionId,
    // After a conflict the next attempt builds on what was saved.
    basedOn: state?.conflict?.number ?? state?.values.basedOn ?? form.basedOn,
  };
  return (
    <form action={send} onSubmit={onSubmit} noValidate>
      <div ref={top} className="mb-8 empty:hidden">
        {conflict ? (
          <Conflict changes={conflict.changes} cancel={form.cancel} />
        ) : problem ? (
          <ErrorSummary errors={errors} />
        ) : null}
      </div>
      {Object.entries(hidden).map(([name, value]) =>
        value === undefined ? null : (
          <input key={`${name} ${value}`} type="hidden" name={name} defaultValue={value} />
        ),
      )}
      {/* React empties a form after its action and leaves selects as they were: drawn anew. */}
      <div key={state?.attempt ?? 0}>{children(answers(initial, state, errors))}</div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <SubmitButton pending={form.pending} look={form.look}>
          {form.submit}
        </SubmitButton>
        {form.cancel ? (
          <a href={form.cancel} className="inline-flex min-h-11 items-center">
            Cancel
          </a>
        ) : null}
      </div>
    </form>
  );
}
