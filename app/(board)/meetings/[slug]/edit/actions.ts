'use server';

import { editMeeting } from '@/lib/data/meetings';
import type { FormState } from '@/lib/domain/form-state';
import { editMeetingSchema } from '@/lib/domain/meeting';
import { meetingPath } from '@/lib/domain/meeting-name';
import { formAction } from '@/lib/server/form-action';

/** Changes when and where the board meets. */
export async function editMeetingAction(
  slug: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(editMeetingSchema, state, form, async (context, value) => {
    await editMeeting(context, slug, value);
    return meetingPath(slug);
  });
}
