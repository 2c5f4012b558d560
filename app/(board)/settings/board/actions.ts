'use server';

import { nameBoard } from '@/lib/data/settings';
import type { FormState } from '@/lib/domain/form-state';
import { boardNameSchema } from '@/lib/domain/settings';
import { formAction } from '@/lib/server/form-action';

/** Names the board and its areas. */
export async function nameBoardAction(state: FormState | undefined, form: FormData) {
  return formAction(boardNameSchema, state, form, async (context, value) => {
    await nameBoard(context, value);
    return '/settings';
  });
}
