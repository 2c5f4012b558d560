/** The faces of a paper that stand alone, by the names of their files, and all of them in one archive. */
export const FACE_NAMES = [
  'paper.docx',
  'paper.pdf',
  'paper.xlsx',
  'summary.pdf',
  'paper.html',
] as const;
export const ARCHIVE_NAME = 'paper.zip';

export const PAPER_FILE_NAMES: readonly string[] = [...FACE_NAMES, ARCHIVE_NAME];
