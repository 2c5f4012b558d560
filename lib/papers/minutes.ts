import { Document, HeadingLevel, LevelFormat, Packer, Paragraph } from 'docx';
import type { MinutesDocument } from '@/lib/domain/minutes';

const BULLET = /^\s*[•*–-]\s+/;

/** A line as it was typed; one that begins with a dash or dot is of a list. */
function line(text: string): Paragraph {
  return BULLET.test(text)
    ? new Paragraph({
        text: text.replace(BULLET, ''),
        numbering: { reference: 'list', level: 0 },
      })
    : new Paragraph({ text, spacing: { after: 120 } });
}

/** Minutes as a Word file: the title, whether they are a draft, and a heading for each section. */
export function minutesFile({ title, status, sections }: MinutesDocument): Promise<ArrayBuffer> {
  const document = new Document({
    title,
    creator: '',
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: 24, language: { value: 'en-GB' } },
        },
        title: { run: { size: 36, bold: true }, paragraph: { spacing: { after: 120 } } },
        heading1: {
          run: { size: 28, bold: true },
          paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: 'list',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              style: { paragraph: { indent: { left: 500, hanging: 280 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          new Paragraph({ text: status, spacing: { after: 240 } }),
          ...sections.flatMap(({ heading, words }) => [
            new Paragraph({ text: heading, heading: HeadingLevel.HEADING_1 }),
            ...words.split('\n').flatMap((text) => (text.trim() ? [line(text)] : [])),
          ]),
        ],
      },
    ],
  });
  return Packer.toArrayBuffer(document);
}
