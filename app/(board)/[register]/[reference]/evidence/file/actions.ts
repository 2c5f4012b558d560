'use server';

import { addEvidenceFile } from '@/lib/data/evidence';
import { addFileSchema } from '@/lib/domain/evidence';
import type { NamedBlob } from '@/lib/domain/evidence-file';
import type { FormState } from '@/lib/domain/form-state';
import { itemPath } from '@/lib/domain/item';
import { formAction } from '@/lib/server/form-action';
import { scanFile } from '@/lib/server/virus-scan';

/** Adds a file as evidence. The schema has seen to it that the file has a name. */
export async function addFileAction(
  reference: string,
  state: FormState | undefined,
  form: FormData,
) {
  return formAction(addFileSchema, state, form, async (context, value) => {
    const file = value.file as NamedBlob;
    await addEvidenceFile(context, reference, { ...value, file }, scanFile);
    return itemPath(reference);
  });
}
