'use server';

import { agreeMinutes } from '@/lib/data/minutes';
import type { FormState } from '@/lib/domain/form-state';
import { meetingPath } from '@/lib/domain/meeting-name';
import { agreeMinutesSchema } from '@/lib/domain/minutes';
import { formAction } from '@/lib/server/form-action';

/** Says at which later meeting the minutes were agreed. */
export async function agreeMinutesAction(
  slug: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(agreeMinutesSchema, state, form, async (context, value) => {
    await agreeMinutes(context, slug, value);
    return `${meetingPath(slug)}/minutes`;
  });
}
