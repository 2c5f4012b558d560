import { createHash } from 'node:crypto';
import {
  Bookmark,
  type HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  TextRun,
} from 'docx';
import { mendCharacters } from '@/lib/domain/mend-text';

const LEFTWARD = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu;
const LETTERS = /\p{L}/gu;

/** Text that a Word file can hold, on one line. */
export function words(text: string): string {
  return mendCharacters(text).replace(/\s+/g, ' ');
}

/** Whether most letters of a text are read from right to left. */
export function isLeftward(text: string): boolean {
  const leftward = text.match(LEFTWARD)?.length ?? 0;
  return leftward > 0 && leftward * 2 > (text.match(LETTERS)?.length ?? 0);
}

/** A run of text, marked where it is read from right to left. */
export function run(text: string, more: IRunOptions = {}): TextRun {
  const said = words(text);
  const marks = isLeftward(said) ? { rightToLeft: true, boldComplexScript: more.bold } : {};
  return new TextRun({ ...more, ...marks, text: said });
}

/** A paragraph of one text. */
export function paragraph(
  text: string,
  { bold, ...more }: IParagraphOptions & { bold?: boolean } = {},
): Paragraph {
  return new Paragraph({
    ...more,
    ...(isLeftward(text) && { bidirectional: true }),
    children: [run(text, bold ? { bold } : {})],
  });
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** The bookmark of a heading: Word allows forty letters and digits. */
export function anchorOf(heading: string): string {
  return `h${hash(heading).slice(0, 24)}`;
}

/** A number from 1 for a key, the same whenever it is asked for. */
export function numberOf(key: string): number {
  return 1 + Number.parseInt(hash(key).slice(0, 7), 16);
}

/** A heading that a link can lead to. */
export function titled(
  text: string,
  heading: (typeof HeadingLevel)[keyof typeof HeadingLevel],
  more: IParagraphOptions = {},
): Paragraph {
  return new Paragraph({
    ...more,
    heading,
    ...(isLeftward(text) && { bidirectional: true }),
    children: [new Bookmark({ id: anchorOf(text), children: [run(text)] })],
  });
}
