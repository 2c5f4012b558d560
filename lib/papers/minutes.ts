import { Document, HeadingLevel, Packer, type Paragraph } from 'docx';
import type { MinutesDocument } from '@/lib/domain/minutes';
import { wordLists } from './word-lists';
import { STYLES } from './word-styles';
import { paragraph, words } from './word-text';

const BULLET = /^\s*[•*–-]\s+/;

/** Minutes as a Word file: the title, whether they are a draft, and a heading for each section. */
export function minutesFile({ title, status, sections }: MinutesDocument): Promise<ArrayBuffer> {
  const lists = wordLists();
  const bullet = lists.open({ ordered: false }, 0, 0);
  /** As it was typed; one that begins with a dash or dot is of a list. */
  const line = (text: string): Paragraph =>
    BULLET.test(text) ? paragraph(text.replace(BULLET, ''), bullet) : paragraph(text);
  const document = new Document({
    title: words(title),
    creator: '',
    styles: STYLES,
    numbering: lists.numbering(),
    sections: [
      {
        children: [
          paragraph(title, { heading: HeadingLevel.TITLE }),
          paragraph(status, { spacing: { after: 240 } }),
          ...sections.flatMap(({ heading, words: typed }) => [
            paragraph(heading, { heading: HeadingLevel.HEADING_1 }),
            ...typed.split('\n').flatMap((text) => (text.trim() ? [line(text)] : [])),
          ]),
        ],
      },
    ],
  });
  return Packer.toArrayBuffer(document);
}
