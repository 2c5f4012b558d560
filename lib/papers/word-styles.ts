import { type IStylesOptions, LineRuleType } from 'docx';

/** In half points. */
const TEXT = 22;
const CELL = 22;
const INK = '211A26';

/** In twentieths of a point: how far a numbered paragraph hangs, for '2.13'. */
export const NUMBER_WIDTH = 680;

const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: INK, font: 'Arial' },
  paragraph: { spacing: { before, after: 100 }, keepNext: true, keepLines: true },
});

/** Of the contents: kept when an officer has Word make them anew. */
const contents = (level: 1 | 2) => ({
  id: `TOC${level}`,
  name: `toc ${level}`,
  basedOn: 'Normal',
  next: 'Normal',
  paragraph: { spacing: { after: 40 }, indent: { left: (level - 1) * 240 } },
});

/** Of every Word file: a font that every Word has, English, and headings in their order. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: {
        font: 'Arial',
        size: TEXT,
        color: INK,
        language: { value: 'en-GB', eastAsia: 'en-GB', bidirectional: 'ar-SA' },
      },
      paragraph: { spacing: { after: 100, line: 264, lineRule: LineRuleType.AUTO } },
    },
    title: { run: { size: 36, bold: true, color: INK }, paragraph: { spacing: { after: 160 } } },
    heading1: heading(28, 320),
    heading2: heading(24, 240),
    heading3: heading(22, 160),
    hyperlink: { run: { color: '1F4FA0', underline: {} } },
  },
  paragraphStyles: [
    contents(1),
    contents(2),
    {
      id: 'Cell',
      name: 'Cell',
      basedOn: 'Normal',
      run: { size: CELL },
      paragraph: { spacing: { after: 40, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'TableTitle',
      name: 'Table title',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: { keepNext: true, spacing: { before: 160, after: 80 } },
    },
    {
      id: 'Notice',
      name: 'Notice',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: { spacing: { after: 60 }, indent: { left: 120 } },
    },
    {
      id: 'Numbered',
      name: 'Numbered',
      basedOn: 'Normal',
      paragraph: { indent: { left: NUMBER_WIDTH, hanging: NUMBER_WIDTH } },
    },
  ],
};
