'use server';

import { noteDecision } from '@/lib/data/decisions';
import { noteDecisionSchema } from '@/lib/domain/decision';
import type { FormState } from '@/lib/domain/form-state';
import { meetingPath } from '@/lib/domain/meeting-name';
import { formAction } from '@/lib/server/form-action';

/** Records what the board decided in words of its own. */
export async function noteDecisionAction(
  slug: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(noteDecisionSchema, state, form, async (context, value) => {
    await noteDecision(context, slug, value);
    return `${meetingPath(slug)}/decisions`;
  });
}
