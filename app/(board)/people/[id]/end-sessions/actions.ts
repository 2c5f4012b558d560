'use server';

import { endAllSessions } from '@/lib/data/person-changes';
import { submission } from '@/lib/domain/fields';
import type { FormState } from '@/lib/domain/form-state';
import { formAction } from '@/lib/server/form-action';
import { acting } from '@/lib/server/person-page';

/** Signs somebody out everywhere. */
export async function endAllSessionsAction(
  id: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(submission, state, form, async (context, value) => {
    await endAllSessions(await acting(context), id, value);
    return `/people/${id}`;
  });
}
