'use server';

import { recordAttendance } from '@/lib/data/attendance';
import { recordAttendanceSchema } from '@/lib/domain/attendance';
import type { FormState } from '@/lib/domain/form-state';
import { meetingPath } from '@/lib/domain/meeting-name';
import { formAction } from '@/lib/server/form-action';

/** Records who came to a meeting and what was declared. */
export async function recordAttendanceAction(
  slug: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(recordAttendanceSchema, state, form, async (context, value) => {
    await recordAttendance(context, slug, value);
    return `${meetingPath(slug)}/attendance`;
  });
}
