import { type INumberingOptions, type IStylesOptions, LevelFormat, LineRuleType } from 'docx';

/** In half points. */
const TEXT = 22;
const CELL = 22;
const INK = '211A26';

/** In twentieths of a point: a level of a list. */
const INDENT = 400;

const levels = (
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: (level: number) => string,
) =>
  Array.from({ length: 6 }, (_, level) => ({
    level,
    format,
    text: text(level),
    style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: 280 } } },
  }));

export const BULLETS = 'bullets';
export const NUMBERS = 'numbers';

export const NUMBERING: INumberingOptions = {
  config: [
    { reference: BULLETS, levels: levels(LevelFormat.BULLET, (level) => (level % 2 ? '–' : '•')) },
    { reference: NUMBERS, levels: levels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`) },
  ],
};

const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: INK, font: 'Arial' },
  paragraph: { spacing: { before, after: 100 }, keepNext: true, keepLines: true },
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
      paragraph: { indent: { left: 680, hanging: 680 } },
    },
  ],
};
