import type { FormState } from './form-state';

/** What was typed into a form before its session had ended, and on which page. */
export interface KeptForm {
  /** With its query. */
  path: string;
  values: FormState['values'];
}
