import { z } from 'zod';
import type { FormState } from './form-state';
import { readStored } from './stored';

/** What was typed into a form before its session had ended, and on which page. */
export interface KeptForm {
  /** With its query. */
  path: string;
  values: FormState['values'];
}

const valuesSchema: z.ZodType<FormState['values']> = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string())]),
);

/** What was kept of a form. @throws Error when it is anything else */
export function readKeptForm({ path, values }: { path: string; values: unknown }): KeptForm {
  return { path, values: readStored(valuesSchema, values, 'words of a kept form') };
}
