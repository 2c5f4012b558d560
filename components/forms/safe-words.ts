/** Said at every text area, for whatever is more than a line: the app holds nothing about service users. */
export const SAFE_WORDS = 'Write nothing that identifies a service user, and no counts under 5.';

/** The same after what a box is for. */
export function safely(hint: string): string {
  return `${hint} ${SAFE_WORDS}`;
}
