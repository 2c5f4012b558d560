'use server';

import { cancelMeeting } from '@/lib/data/meetings';
import type { FormState } from '@/lib/domain/form-state';
import { cancelMeetingSchema } from '@/lib/domain/meeting';
import { meetingPath } from '@/lib/domain/meeting-name';
import { formAction } from '@/lib/server/form-action';

/** Cancels a meeting. */
export async function cancelMeetingAction(
  slug: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(cancelMeetingSchema, state, form, async (context, value) => {
    await cancelMeeting(context, slug, value);
    return meetingPath(slug);
  });
}
