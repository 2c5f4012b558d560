'use server';

import { changeSetup } from '@/lib/data/import-uploads';
import type { FormState } from '@/lib/domain/form-state';
import { stepPath } from '@/lib/domain/import-path';
import { answersByKey } from '@/lib/domain/import-question-names';
import { answersSchema } from '@/lib/domain/import-setup';
import { formAction } from '@/lib/server/form-action';
import { readingOfFile, waitingFile } from '@/lib/server/import-page';

/** Keeps what was answered; leads on to the rows, or to what the answers have opened. */
export async function answersAction(id: string, state: FormState | undefined, form: FormData) {
  return formAction(answersSchema, state, form, async (context, { basedOn, answers, own }) => {
    const upload = await waitingFile(context, id);
    const { questions } = await readingOfFile(context, upload);
    const setup = { ...upload.setup, answers: answersByKey(questions, answers, own) };
    await changeSetup(context, { uploadId: id, basedOn, setup, remember: [] });
    const asked = new Set(questions.map(({ key }) => key));
    const next = await readingOfFile(context, { grid: upload.grid, setup });
    const opened = next.questions.some(
      ({ key, understood }) => understood === null && !asked.has(key),
    );
    return { to: stepPath(id, opened ? 'questions' : 'rows') };
  });
}
