'use server';

import { addMeeting } from '@/lib/data/meetings';
import type { FormState } from '@/lib/domain/form-state';
import { addMeetingSchema } from '@/lib/domain/meeting';
import { meetingPath } from '@/lib/domain/meeting-name';
import { formAction } from '@/lib/server/form-action';

/** Adds a meeting. */
export async function addMeetingAction(state: FormState | undefined, form: FormData) {
  return formAction(addMeetingSchema, state, form, async (context, value) => {
    return meetingPath(await addMeeting(context, value));
  });
}
