import { randomUUID } from 'node:crypto';
import { parseWithZod } from '@conform-to/zod/v4';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import type { Context } from '@/lib/data/context';
import { noteRefusedAction } from '@/lib/data/unusual';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
  ProofNeededError,
  RuleError,
  SpentFormError,
} from '@/lib/domain/errors';
import { isUnreadable, SECRET_FIELDS } from '@/lib/domain/field-names';
import type { FormState } from '@/lib/domain/form-state';
import { innerAddress } from '@/lib/domain/inner-address';
import type { NoticeKey } from '@/lib/domain/notice-keys';
import type { PersonActor } from '@/lib/domain/permissions';
import { TroubleError, troubleOf } from '@/lib/domain/trouble';
import { isBusy } from '@/lib/domain/turns';
import { caller } from './caller';
import { forgetTyped, keepTyped } from './kept-form';
import { proofAddress } from './proof-address';
import { sealedNotice, withDone } from './sealed-notice';
import { currentContext, here, signInAddress } from './session';

const SIGNED_OUT =
  'You are signed out, so nothing was saved. Sign in in another tab, then send this again: what you typed is still here';

const PROVE_ELSEWHERE =
  'This asks for a fresh proof of who you are. Open Your account in another tab and choose Confirm it is you, then send this again: what you typed is still here';

function typed(form: FormData): FormState['values'] {
  const all = new Map<string, string[]>();
  // In one go: asking for each name by itself takes as long as their number squared.
  for (const [name, value] of form) {
    if (SECRET_FIELDS.has(name) || name.startsWith('$') || typeof value !== 'string') continue;
    const known = all.get(name);
    if (known) known.push(value);
    else all.set(name, [value]);
  }
  return Object.fromEntries(
    [...all].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

/** As the fields stand in the form. Boxes that were left unticked are not sent: theirs come first. */
function inPageOrder(
  errors: ReadonlyArray<readonly [string, string[]]>,
  sent: readonly string[],
): FormState['errors'] {
  const place = (field: string) =>
    sent.findIndex((name) => name === field || name.startsWith(`${field}.`));
  return Object.fromEntries([...errors].sort(([a], [b]) => place(a) - place(b)));
}

const SEND_ANEW = 'What you typed is below: check whether it still holds, and send it again';

const UNREADABLE = 'This form could not be read. Open the page again and send it from there';

/**
 * Whoever calls an action by hand may leave out what its page binds: then nothing is where it
 * belongs, the form least of all.
 */
function refuseUnreadable(form: unknown): FormState | null {
  const readable = form instanceof FormData && !isUnreadable(form.keys());
  return readable ? null : { attempt: 1, values: {}, errors: { '': [UNREADABLE] } };
}

/** Turns what went wrong into what the form shows; anything unexpected goes on to the error page. */
function explain(error: unknown): Pick<FormState, 'errors' | 'conflict'> {
  if (error instanceof ConflictError) {
    return { errors: {}, conflict: { number: error.number, changes: error.changes } };
  }
  if (error instanceof RuleError) {
    return {
      errors: Object.fromEntries(
        Object.entries(error.fields).map(([field, message]) => [field, [message]]),
      ),
    };
  }
  if (isBusy(error)) return { errors: { '': [error.message] } };
  if (error instanceof NotAllowedError) return { errors: { '': [error.message] } };
  if (error instanceof SpentFormError) return { errors: { '': [`${error.message} ${SEND_ANEW}`] } };
  if (error instanceof NotFoundError) {
    return {
      errors: { '': ['It is no longer there, or you may no longer see it. Nothing was saved.'] },
    };
  }
  return inForm(error);
}

/** Says of a trouble of the database that it is what a form ran into, and no page after it. */
function inForm(error: unknown): never {
  if (error instanceof Error && troubleOf(error)) Object.assign(error, { inForm: true });
  throw error;
}

/** Where to go after what is no write of the record, and what is said there, if anything is. */
export interface Onward {
  to: string;
  done?: NoticeKey;
}

/**
 * A server action for one form: parse, run, and either go on to the address that `run` gives or
 * hand back messages with what was typed.
 * @param schema of the form, from lib/domain
 * @param run writes through lib/data and returns the address to go to next, or what is shown once
 */
export async function answerForm<S extends z.ZodType>(
  schema: S,
  state: FormState | undefined,
  form: FormData,
  run: (value: z.output<S>) => Promise<string | Onward | FormState>,
): Promise<FormState> {
  const refused = refuseUnreadable(form);
  if (refused) return refused;
  const attempt = (state?.attempt ?? 0) + 1;
  const values = typed(form);
  const parsed = parseWithZod(form, { schema });
  if (parsed.status !== 'success') {
    const errors = Object.entries(parsed.error ?? {}).flatMap(([field, messages]) =>
      messages ? [[field, messages] as const] : [],
    );
    return { attempt, values, errors: inPageOrder(errors, [...form.keys()]) };
  }
  let next: string | Onward | FormState;
  try {
    next = await run(parsed.value);
  } catch (error) {
    // A spent form is sent anew, as another.
    if (error instanceof SpentFormError) values.submissionId = randomUUID();
    return { attempt, values, ...explain(error) };
  }
  if (typeof next === 'object' && 'to' in next) {
    next = next.done ? withDone(next.to, sealedNotice(next.done)) : next.to;
  }
  if (typeof next === 'object') return { ...next, attempt };
  // It throws, so it stands outside the try. What an action is bound to comes back from a browser,
  // so that the address made of it is looked at too.
  redirect(innerAddress(next));
}

/**
 * The same for somebody signed in, who is told apart before anything is parsed. Whether they may
 * do it is asked by the function of lib/data that `run` calls. The page they go on to says what
 * the record was given, or that it was given nothing.
 */
export async function formAction<S extends z.ZodType>(
  schema: S,
  state: FormState | undefined,
  form: FormData,
  run: (
    context: Context & { actor: PersonActor },
    value: z.output<S>,
  ) => Promise<string | Onward | FormState>,
): Promise<FormState> {
  const refused = refuseUnreadable(form);
  if (refused) return refused;
  const context = await currentContext().catch(inForm);
  if (!context) {
    // Their session ended while they were writing. They sign in, come back, and find it all.
    const values = typed(form);
    const kept = await keepTyped(values);
    if (!kept && values.formName && (await headers()).has('next-action')) {
      // Whose words they are is not known, but with scripts the page's form still holds them.
      return { attempt: (state?.attempt ?? 0) + 1, values, errors: { '': [SIGNED_OUT] } };
    }
    redirect(signInAddress(await here(), kept ? 'kept' : 'not-kept'));
  }
  return answerForm(schema, state, form, async (value) => {
    let left: string | undefined;
    const wrote = (submissionId: string) => {
      left = submissionId;
    };
    let next: string | Onward | FormState;
    try {
      next = await run({ ...context, wrote }, value);
    } catch (error) {
      if (error instanceof NotAllowedError) await noteRefusedAction(context, await caller(), error);
      if (error instanceof ProofNeededError) {
        // They come back to this page, and find what they typed.
        if (await keepTyped(typed(form))) return { to: proofAddress(await here()) };
        throw new RuleError({ '': PROVE_ELSEWHERE });
      }
      if (left === undefined || !troubleOf(error)) throw error;
      throw new TroubleError('record_saved', (error as Error).message, { cause: error });
    }
    // What is kept of it goes by itself within the hour.
    await forgetTyped().catch((error) => {
      if (!troubleOf(error)) throw error;
    });
    if (typeof next === 'string') {
      return withDone(next, left ?? sealedNotice('nothing', context.actor.id));
    }
    if ('to' in next && next.done) {
      return withDone(next.to, sealedNotice(next.done, context.actor.id));
    }
    return next;
  });
}
