/** Where imports begin, and where a person finds theirs. */
export const IMPORT_PATH = '/import';
/** An upload that is no longer there, or never was this person's. */
export const GONE_PATH = `${IMPORT_PATH}?gone=yes`;

/** The steps of an import, in their order. */
export const IMPORT_STEPS = ['columns', 'questions', 'rows', 'apply'] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

/** Where a step of an upload is. */
export function stepPath(id: string, step: ImportStep): string {
  return `${IMPORT_PATH}/${id}${step === 'rows' ? '' : `/${step}`}`;
}

export function discardPath(id: string): string {
  return `${IMPORT_PATH}/${id}/discard`;
}

/** What an import has done. */
export function resultsPath(importId: string): string {
  return `${IMPORT_PATH}/results/${importId}`;
}
