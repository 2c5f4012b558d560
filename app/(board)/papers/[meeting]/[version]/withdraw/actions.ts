'use server';

import { withdrawPaper } from '@/lib/data/papers';
import type { FormState } from '@/lib/domain/form-state';
import { withdrawPaperSchema } from '@/lib/domain/paper-issue';
import { formAction } from '@/lib/server/form-action';

/** Withdraws an issued paper, its words and files with it. */
export async function withdrawAction(
  meeting: string,
  version: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(withdrawPaperSchema, state, form, async (context, value) => {
    await withdrawPaper(context, meeting, version, value);
    return `/papers/${meeting}/${version}`;
  });
}
