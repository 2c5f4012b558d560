'use server';

import { saveMinutes } from '@/lib/data/minutes';
import type { FormState } from '@/lib/domain/form-state';
import { meetingPath } from '@/lib/domain/meeting-name';
import { saveMinutesSchema } from '@/lib/domain/minutes';
import { formAction } from '@/lib/server/form-action';

/** Saves the words of draft minutes. */
export async function saveMinutesAction(
  slug: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(saveMinutesSchema, state, form, async (context, value) => {
    await saveMinutes(context, slug, value);
    return `${meetingPath(slug)}/minutes`;
  });
}
