'use server';

import { planMeetings } from '@/lib/data/meeting-plan';
import type { FormState } from '@/lib/domain/form-state';
import { planMeetingsSchema } from '@/lib/domain/meeting-plan';
import { START_PATH } from '@/lib/domain/start';
import { formAction } from '@/lib/server/form-action';

/** Adds a year of meetings. */
export async function planMeetingsAction(state: FormState | undefined, form: FormData) {
  return formAction(planMeetingsSchema, state, form, async (context, value) => {
    await planMeetings(context, value);
    return START_PATH;
  });
}
