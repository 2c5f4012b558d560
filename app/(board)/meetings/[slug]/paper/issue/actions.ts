'use server';

import { issueParts } from '@/lib/data/issue-parts';
import { issuePaper } from '@/lib/data/papers';
import type { FormState } from '@/lib/domain/form-state';
import { issuePaperSchema, issuePath } from '@/lib/domain/paper-issue';
import { drawn } from '@/lib/papers/drawn';
import { env } from '@/lib/server/env';
import { formAction } from '@/lib/server/form-action';
import { inTurn } from '@/lib/server/turns';

/** Issues the paper of a meeting: its words and files are frozen. */
export async function issuePaperAction(slug: string, state: FormState | undefined, form: FormData) {
  return formAction(issuePaperSchema, state, form, async (context, value) => {
    const { appUrl } = env();
    const parts = issueParts((model) => drawn('paper', { model, origin: appUrl }));
    const issue = await inTurn(context, () => issuePaper(context, slug, value, parts));
    return issuePath(slug, issue);
  });
}
