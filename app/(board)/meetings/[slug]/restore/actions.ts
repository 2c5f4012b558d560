'use server';

import { restoreMeeting } from '@/lib/data/meetings';
import type { FormState } from '@/lib/domain/form-state';
import { cancelMeetingSchema } from '@/lib/domain/meeting';
import { meetingPath } from '@/lib/domain/meeting-name';
import { formAction } from '@/lib/server/form-action';

/** Puts a cancelled meeting back on. */
export async function restoreMeetingAction(
  slug: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(cancelMeetingSchema, state, form, async (context, value) => {
    await restoreMeeting(context, slug, value);
    return meetingPath(slug);
  });
}
