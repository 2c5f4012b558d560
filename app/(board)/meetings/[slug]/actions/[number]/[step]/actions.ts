'use server';

import {
  closeMeetingAction,
  reopenMeetingAction,
  withdrawMeetingAction,
} from '@/lib/data/meeting-actions';
import type { FormState } from '@/lib/domain/form-state';
import { changeMeetingActionSchema, doneMeetingActionSchema } from '@/lib/domain/meeting-action';
import { formAction } from '@/lib/server/form-action';

/** Where a step was taken: the action, and the page to go back to. */
interface Place {
  id: string;
  back: string;
}

/** Says that a meeting action is done. */
export async function doneAction(place: Place, state: FormState | undefined, form: FormData) {
  return formAction(doneMeetingActionSchema, state, form, async (context, value) => {
    await closeMeetingAction(context, place.id, value);
    return place.back;
  });
}

/** Opens one again. */
export async function reopenAction(place: Place, state: FormState | undefined, form: FormData) {
  return formAction(changeMeetingActionSchema, state, form, async (context, value) => {
    await reopenMeetingAction(context, place.id, value);
    return place.back;
  });
}

/** Takes off one that was opened in error. */
export async function withdrawAction(place: Place, state: FormState | undefined, form: FormData) {
  return formAction(changeMeetingActionSchema, state, form, async (context, value) => {
    await withdrawMeetingAction(context, place.id, value);
    return place.back;
  });
}
