import type {
  DraftParagraph,
  FrameParagraph,
  OwnParagraphForm,
  PaperFrame,
  ParagraphForm,
} from './paper-frame';

/** How a frame changes: each gives a new one. */

function withParagraph(frame: PaperFrame, entry: FrameParagraph): PaperFrame {
  const there = frame.paragraphs.some(({ key }) => key === entry.key);
  return {
    ...frame,
    paragraphs: there
      ? frame.paragraphs.map((one) => (one.key === entry.key ? entry : one))
      : [...frame.paragraphs, entry],
  };
}

function withoutParagraph(frame: PaperFrame, key: string): PaperFrame {
  return { ...frame, paragraphs: frame.paragraphs.filter((one) => one.key !== key) };
}

/** What stays of a paragraph when it prints as it is generated: nothing, or that it is left out. */
function asGenerated(frame: PaperFrame, one: DraftParagraph, leftOut: boolean): PaperFrame {
  if (!leftOut) return withoutParagraph(frame, one.key);
  return withParagraph(frame, {
    key: one.key,
    section: one.section,
    heading: null,
    words: null,
    basis: null,
    leftOut: true,
    public: true,
  });
}

type Words = Pick<ParagraphForm, 'heading' | 'words' | 'public'>;

/**
 * A paragraph with other words.
 * @param basis what its words were written over; null where the figures moved while they were
 * written, so that they show as moved
 */
export function editParagraph(
  frame: PaperFrame,
  one: DraftParagraph,
  { heading, words, public: open }: Words,
  basis: string | null,
): PaperFrame {
  return withParagraph(frame, {
    key: one.key,
    section: one.section,
    heading: heading ?? null,
    words,
    basis,
    leftOut: one.leftOut,
    public: open,
  });
}

/** With a paragraph of somebody's own at the end of its section. */
export function addOwnParagraph(
  frame: PaperFrame,
  key: string,
  { section, heading, words, public: open }: Words & Pick<OwnParagraphForm, 'section'>,
): PaperFrame {
  const entry = { key, section, heading: heading ?? null, words, basis: null };
  return {
    ...withParagraph(frame, { ...entry, leftOut: false, public: open }),
    // Where nobody has moved anything, one's own stand last of themselves.
    order: frame.order.length > 0 ? [...frame.order, key] : [],
  };
}

/** A generated one without its edit; one's own is taken out of the paper. */
export function restoreWords(frame: PaperFrame, one: DraftParagraph): PaperFrame {
  return one.generated === null
    ? {
        ...withoutParagraph(frame, one.key),
        order: frame.order.filter((key) => key !== one.key),
      }
    : asGenerated(frame, one, one.leftOut);
}

/** Left out, or put back; its words stay either way. */
export function setLeftOut(frame: PaperFrame, one: DraftParagraph, leftOut: boolean): PaperFrame {
  const saved = frame.paragraphs.find(({ key }) => key === one.key);
  return saved && saved.words !== null
    ? withParagraph(frame, { ...saved, leftOut })
    : asGenerated(frame, one, leftOut);
}

/** The headline of an item as the paper prints it; null is the register's own again. */
export function printHeadline(
  frame: PaperFrame,
  reference: string,
  printed: { words: string; original: string } | null,
): PaperFrame {
  const others = frame.headlines.filter((one) => one.reference !== reference);
  return { ...frame, headlines: printed ? [...others, { reference, ...printed }] : others };
}
