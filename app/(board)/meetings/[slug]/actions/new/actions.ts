'use server';

import { openMeetingAction } from '@/lib/data/meeting-actions';
import type { FormState } from '@/lib/domain/form-state';
import { openMeetingActionSchema } from '@/lib/domain/meeting-action';
import { meetingPath } from '@/lib/domain/meeting-name';
import { formAction } from '@/lib/server/form-action';

/** Opens an action at a meeting. */
export async function openMeetingActionAction(
  slug: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(openMeetingActionSchema, state, form, async (context, value) => {
    await openMeetingAction(context, slug, value);
    return `${meetingPath(slug)}/actions`;
  });
}
