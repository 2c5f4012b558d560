'use server';

import { recordDecisions } from '@/lib/data/decisions';
import { recordDecisionsSchema } from '@/lib/domain/decision';
import type { FormState } from '@/lib/domain/form-state';
import { meetingPath } from '@/lib/domain/meeting-name';
import { formAction } from '@/lib/server/form-action';

/** Records what a meeting decided, in one pass. */
export async function recordDecisionsAction(
  slug: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(recordDecisionsSchema, state, form, async (context, value) => {
    await recordDecisions(context, slug, value);
    return `${meetingPath(slug)}/decisions`;
  });
}
