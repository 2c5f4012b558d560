import { BuilderElement, InternalHyperlink, Paragraph, Run, XmlComponent } from 'docx';
import type { PaperModel } from '@/lib/domain/paper-model';
import { anchorOf, run } from './word-text';

interface Entry {
  title: string;
  level: 1 | 2;
}

function entriesOf({ sections, summary, appendices }: PaperModel): Entry[] {
  return [
    ...sections.flatMap(({ number, heading, paragraphs }): Entry[] => [
      { title: `${number} ${heading}`, level: 1 },
      ...(number === '2' && summary.parts.length > 0
        ? [{ title: summary.heading, level: 2 as const }]
        : []),
      ...paragraphs.flatMap((one): Entry[] =>
        one.heading ? [{ title: `${one.number} ${one.heading}`, level: 2 }] : [],
      ),
    ]),
    ...appendices.map(({ label, title }): Entry => ({ title: `${label}: ${title}`, level: 1 })),
  ];
}

const mark = (type: 'begin' | 'separate' | 'end') =>
  new Run({
    children: [
      new BuilderElement({
        name: 'w:fldChar',
        attributes: { type: { key: 'w:fldCharType', value: type } },
      }),
    ],
  });

class Instruction extends XmlComponent {
  constructor(text: string) {
    super('w:instrText');
    this.root.push(text);
  }
}

/** Headings of two levels as links, without pages: only the reader's own program knows those. */
const CONTENTS = 'TOC \\o "1-2" \\n \\h \\z';

/**
 * A table of contents with what it says now. Its field stands in runs of its own: in one run with
 * its instruction, as the library writes it, LibreOffice prints the instruction.
 */
export function contents(model: PaperModel): Paragraph[] {
  const entries = entriesOf(model);
  const begin = [
    mark('begin'),
    new Run({ children: [new Instruction(CONTENTS)] }),
    mark('separate'),
  ];
  return entries.map(
    ({ title, level }, index) =>
      new Paragraph({
        style: `TOC${level}`,
        children: [
          ...(index === 0 ? begin : []),
          new InternalHyperlink({ anchor: anchorOf(title), children: [run(title)] }),
          ...(index === entries.length - 1 ? [mark('end')] : []),
        ],
      }),
  );
}
