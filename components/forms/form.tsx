'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { LinkButton } from '@/components/ui/button';
import type { ButtonVariant } from '@/components/ui/button-look';
import { ButtonRow } from '@/components/ui/button-row';
import type { FormAction, FormState } from '@/lib/domain/form-state';
import { Conflict } from './conflict';
import { ErrorSummary } from './error-summary';
import { FormLayout } from './form-layout';
import { FoundWords } from './found-words';
import { useKept } from './kept';
import { NotSent } from './not-sent';
import { addedOnTheWay, type Words } from './sealed-words';
import { SubmitButton } from './submit-button';
import { allowLeaving } from './unsaved';
import { useSend } from './use-send';
import { useUnsaved } from './use-unsaved';
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
  /** What to know before the first field. What is wrong stands above it; a conflict replaces it. */
  intro?: ReactNode;
}

interface Props extends FormProps {
  initial?: FormValues;
  /** The button, and what it says while the form is on its way. */
  submit: string;
  pendingLabel?: string;
  variant?: ButtonVariant;
  /** Finds what need not be sent to be refused, such as a file that is far too large. */
  check?: (form: FormData) => FormState['errors'] | undefined;
  /** Draws what an action shows once it is done, in place of the form. */
  reveal?: (shown: readonly string[]) => ReactNode;
  children: (answers: Answers) => ReactNode;
}

const NO_ERRORS: FormState['errors'] = {};

/** The document's title begins with what happened, since screen readers read it out first. */
function useTitlePrefix(prefix: 'Conflict' | 'Error' | undefined): void {
  useEffect(() => {
    const title = document.title.replace(/^(Error|Conflict): /, '');
    document.title = prefix ? `${prefix}: ${title}` : title;
  }, [prefix]);
}

/**
 * A form and what came back: what is wrong, above it and at each field, or what somebody else
 * saved meanwhile; or that no answer came. What was typed is kept, in the form and in its tab until
 * it is saved. Without JavaScript what came back is on the next page.
 */
export function Form({ action, initial = {}, check, reveal, children, ...form }: Props) {
  const element = useRef<HTMLFormElement>(null);
  const opening = useKept(form.submit);
  const [unsent, setUnsent] = useState<FormState['errors']>();
  const sending = useSend(action, {
    opening,
    before(data) {
      const refused = check?.(data);
      setUnsent(refused);
      return !refused;
    },
    done: (isSaved) => (isSaved ? words.saved() : allowLeaving()),
  });
  const words = useUnsaved(element, form.submit, sending.state !== undefined);
  const state = sending.state ?? stateOf(words.found, initial);
  const { failure } = sending;
  const errors = (failure ? undefined : (unsent ?? state?.errors)) ?? NO_ERRORS;
  const conflict = unsent || failure ? undefined : state?.conflict;
  const wrong = Object.keys(errors).length > 0;
  useTitlePrefix(conflict ? 'Conflict' : wrong || failure ? 'Error' : undefined);

  if (state?.shown && reveal) return reveal(state.shown);

  const hidden = {
    // What was refused wrote nothing, so the form keeps its id, also where its page is drawn anew.
    submissionId: state?.values.submissionId ?? form.submissionId,
    // After a conflict the next attempt builds on what was saved.
    basedOn: state?.conflict?.number ?? state?.values.basedOn ?? form.basedOn,
    // Says which form of a page it was, should its words have to wait for a sign-in.
    formName: form.submit,
  };
  const dates = Object.keys(state?.values ?? {})
    .filter((name) => name.endsWith('.day'))
    .map((name) => name.slice(0, -'.day'.length));
  return (
    <form ref={element} {...sending.form} noValidate>
      {Object.entries(hidden).map(([name, value]) =>
        value === undefined ? null : (
          <input key={`${name} ${value}`} type="hidden" name={name} defaultValue={value} />
        ),
      )}
      <FormLayout>
        {failure ? <NotSent failure={failure} tryAgain={sending.tryAgain} /> : null}
        {conflict ? <Conflict changes={conflict.changes} cancel={form.cancel} /> : null}
        {wrong ? <ErrorSummary errors={errors} dates={dates} /> : null}
        {words.found && !sending.state && !failure ? (
          <FoundWords words={words.found} discard={words.discard} />
        ) : null}
        {conflict ? null : form.intro}
        {/* An answer draws the fields anew; a form that had none keeps them, a chosen file too. */}
        <FormLayout key={`${state?.attempt ?? 0} ${words.found ? 'found' : ''}`}>
          {children(answers(initial, state, errors))}
        </FormLayout>
        <ButtonRow>
          <SubmitButton pendingLabel={form.pendingLabel} variant={form.variant}>
            {form.submit}
          </SubmitButton>
          {form.cancel ? (
            <LinkButton href={form.cancel} variant="quiet">
              Cancel
            </LinkButton>
          ) : null}
        </ButtonRow>
      </FormLayout>
    </form>
  );
}

/** Words that were found again, as if they had just come back; what was added meanwhile is chosen. */
function stateOf(found: Words | null, initial: FormValues): FormState | undefined {
  if (!found) return undefined;
  const added = addedOnTheWay();
  const chosen = Object.entries(initial).flatMap(([name, value]) =>
    typeof value === 'string' && added.has(value) ? [[name, value] as const] : [],
  );
  return { attempt: 0, values: { ...found.values, ...Object.fromEntries(chosen) }, errors: {} };
}
