import { type INumberingOptions, type IParagraphOptions, LevelFormat } from 'docx';

/** A level of a list, and what stands between its mark and its words; in twentieths of a point. */
const INDENT = 400;
const MARK = 280;
/** Lists within lists beyond that stay at the last level. */
const LEVELS = 6;

const BULLETS = 'bullets';

const levels = (
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: (level: number) => string,
) =>
  Array.from({ length: LEVELS }, (_, level) => ({
    level,
    format,
    text: text(level),
    style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: MARK } } },
  }));

/** The lists of one document: how each looks, and in the end the numbering that the file needs. */
export interface WordLists {
  /**
   * How the items of a list look.
   * @param level 0 for a list that is in no other
   * @param left where the words around it begin, in twentieths of a point
   */
  open(list: { ordered: boolean }, level: number, left: number): IParagraphOptions;
  numbering(): INumberingOptions;
}

/**
 * A numbered list has a numbering of its own: those that share one go on counting where the last
 * one of their level stopped, wherever that was.
 */
export function wordLists(): WordLists {
  let ordered = 0;
  return {
    open(list, level, left) {
      const at = Math.min(level, LEVELS - 1);
      return {
        numbering: { reference: list.ordered ? `numbers${++ordered}` : BULLETS, level: at },
        ...(left > 0 && { indent: { left: left + INDENT * (at + 1), hanging: MARK } }),
      };
    },
    numbering: () => ({
      config: [
        {
          reference: BULLETS,
          levels: levels(LevelFormat.BULLET, (level) => (level % 2 ? '–' : '•')),
        },
        ...Array.from({ length: ordered }, (_, index) => ({
          reference: `numbers${index + 1}`,
          levels: levels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`),
        })),
      ],
    }),
  };
}

/** Where words of an item stand that follow its first: below those, without a mark. */
export function withinItem(level: number, left: number): IParagraphOptions {
  return { indent: { left: left + INDENT * Math.min(level + 1, LEVELS) } };
}
