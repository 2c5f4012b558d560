'use server';

import { handOver } from '@/lib/data/hand-over';
import { handOverSchema } from '@/lib/domain/access';
import type { FormState } from '@/lib/domain/form-state';
import { formAction } from '@/lib/server/form-action';

/** Hands over everything somebody owns. */
export async function handOverAction(id: string, state: FormState | undefined, form: FormData) {
  return formAction(handOverSchema, state, form, async (context, value) => {
    await handOver(context, id, value);
    return `/people/${id}`;
  });
}
