import { z } from 'zod';
import { basedOn, optionalLine, ownValue, requiredLine, requiredText } from './fields';
import { HEADLINE_LIMIT } from './status-update';
import { readStored } from './stored';

/** For what the paper comes to the board. */
export const PURPOSES = ['decision', 'noting'] as const;
export type Purpose = (typeof PURPOSES)[number];
export const PURPOSE_NAMES: Record<Purpose, string> = {
  decision: 'Decision',
  noting: 'Noting',
};

export const PAPER_SECTIONS = ['1', '2', '3'] as const;
export type SectionNumber = (typeof PAPER_SECTIONS)[number];

/** What a person wrote at the head of the paper. */
const front = z.object({
  title: z.string(),
  itemNumber: z.string().nullable(),
  author: z.string().nullable(),
  sponsor: z.string().nullable(),
  purpose: z.enum(PURPOSES),
});
export type PaperFront = z.infer<typeof front>;

/**
 * A paragraph as the officers left it. One that is generated and was never touched is in no frame:
 * it stands where it is generated.
 */
const frameParagraph = z.object({
  /** 'position' of one that is generated; 'own:…' of one that somebody added. */
  key: z.string(),
  section: z.enum(PAPER_SECTIONS),
  heading: z.string().nullable(),
  /** In Markdown; null where it prints as it is generated. */
  words: z.string().nullable(),
  /** What was generated when the words were last saved: when it says something else now, the figures have moved. */
  basis: z.string().nullable(),
  leftOut: z.boolean(),
  /** Its words stand in the public version too; otherwise that has what is generated, or nothing. */
  public: z.boolean(),
});
export type FrameParagraph = z.infer<typeof frameParagraph>;

/** What officers made of the paper of a meeting; the next paper starts from it. */
const frameSchema = z.object({
  front,
  /** Those touched, and the order of all that were there when one was moved. */
  paragraphs: z.array(frameParagraph),
  /** Keys in the order of printing, by section; what is not in it stands after what is generated before it. */
  order: z.array(z.string()),
  /** Headlines as the paper prints them; the register keeps the original. */
  headlines: z.array(z.object({ reference: z.string(), words: z.string(), original: z.string() })),
});
export type PaperFrame = z.infer<typeof frameSchema>;

/** The frame that a version of a draft keeps. @throws Error when it is anything else */
export function readFrame({ frame }: { frame: unknown }): PaperFrame {
  return readStored(frameSchema, frame, 'draft of a paper');
}

/** A paragraph as the register's figures make it. */
export interface GeneratedParagraph {
  key: string;
  section: SectionNumber;
  heading: string | null;
  /** In Markdown. */
  words: string;
}

export const isOwn = (key: string): boolean => key.startsWith('own:');

export const frontSchema = basedOn.extend({
  title: requiredLine('Enter the title of the paper', 200),
  itemNumber: optionalLine(20),
  author: optionalLine(200),
  sponsor: optionalLine(200),
  purpose: z.enum(PURPOSES, 'Say whether it is for decision or for noting'),
});
export type FrontForm = z.infer<typeof frontSchema>;

/** Nothing but what it was drawn from: a paragraph is moved, left out, put back by one button. */
export const paragraphStepSchema = basedOn;
export type ParagraphStep = z.infer<typeof paragraphStepSchema>;

export interface MoveForm extends ParagraphStep {
  by: 'up' | 'down';
}

/** The buttons of a paragraph in the draft. */
export const stepSchema = basedOn.extend({
  step: z.enum(['up', 'down', 'leave-out', 'put-back', 'restore'], 'Press one of the buttons'),
});
export type StepForm = z.infer<typeof stepSchema>;

export const headlineSchema = basedOn.extend({
  words: requiredLine('Write the headline as the paper prints it', HEADLINE_LIMIT),
});
export type HeadlineForm = z.infer<typeof headlineSchema>;

export const clearSchema = basedOn.extend({
  clearedBy: requiredLine('Enter the name of who cleared it', 200),
  clearedRole: requiredLine('Enter their role', 200),
});
export type ClearForm = z.infer<typeof clearSchema>;

const MAX_WORDS = 10_000;
export const paragraphSchema = basedOn.extend({
  heading: optionalLine(200),
  words: requiredText('Write the paragraph', MAX_WORDS),
  public: z.preprocess((value) => value === 'yes', z.boolean()),
  /** Of what was generated when the form was opened; nothing of somebody's own. */
  seen: ownValue(100).optional(),
});
export type ParagraphForm = z.infer<typeof paragraphSchema>;

export const ownParagraphSchema = paragraphSchema.extend({
  section: z.enum(PAPER_SECTIONS, 'Choose the section'),
});
export type OwnParagraphForm = z.infer<typeof ownParagraphSchema>;

/** Where a board starts that has no paper yet. */
const FIRST: PaperFrame = {
  front: {
    title: 'Progress on the independent review of drugs',
    itemNumber: null,
    author: null,
    sponsor: null,
    purpose: 'decision',
  },
  paragraphs: [],
  order: [],
  headlines: [],
};

/**
 * What a paper starts from that nobody has touched: the frame of the one before. Somebody's own
 * paragraphs, the front block and the order are carried over; what was edited of the figures, left
 * out of them or printed otherwise was so for that meeting, and comes back as it is generated.
 */
export function firstFrame(before: PaperFrame | null): PaperFrame {
  if (!before) return FIRST;
  return {
    front: { ...before.front, itemNumber: null },
    paragraphs: before.paragraphs.filter(({ key }) => isOwn(key)),
    order: before.order,
    headlines: [],
  };
}

/** What counts as the figures of a paragraph: the time of its cut-off moves by itself. */
export function figuresOf(words: string): string {
  return words.replace(/(\d{4}), \d{2}:\d{2}/g, '$1');
}

/** Whether something else is generated now than when words were written over it. */
function hasMoved(basis: string | null, now: string): boolean {
  return basis === null || figuresOf(basis) !== figuresOf(now);
}

/** A paragraph of the draft as it stands: generated, edited, or somebody's own. */
export interface DraftParagraph {
  key: string;
  section: SectionNumber;
  heading: string | null;
  words: string;
  /** What would stand without an edit; null of somebody's own. */
  generated: string | null;
  edited: boolean;
  /** It was edited, and what is generated has changed since. */
  moved: boolean;
  leftOut: boolean;
  public: boolean;
}

/**
 * All paragraphs of a draft in their order, those left out too. What was edited and is generated no
 * longer (a proposal that was decided meanwhile) is dropped with its figures: only own words outlive them.
 */
export function draftParagraphs(
  frame: Pick<PaperFrame, 'paragraphs' | 'order'>,
  generated: readonly GeneratedParagraph[],
): DraftParagraph[] {
  const touched = new Map(frame.paragraphs.map((one) => [one.key, one]));
  const made = generated.map((one): DraftParagraph => {
    const saved = touched.get(one.key);
    const edited = saved?.words != null;
    return {
      key: one.key,
      section: one.section,
      heading: edited ? (saved.heading ?? null) : one.heading,
      words: saved?.words ?? one.words,
      generated: one.words,
      edited,
      moved: edited && hasMoved(saved.basis, one.words),
      leftOut: saved?.leftOut ?? false,
      public: edited ? saved.public : true,
    };
  });
  const own = frame.paragraphs
    .filter(({ key, words }) => isOwn(key) && words !== null)
    .map(
      (one): DraftParagraph => ({
        key: one.key,
        section: one.section,
        heading: one.heading,
        words: one.words ?? '',
        generated: null,
        edited: true,
        moved: false,
        leftOut: one.leftOut,
        public: one.public,
      }),
    );
  return inOrder([...made, ...own], frame.order);
}

/** Sections in their order; in each what the order names, and what it does not after its neighbour. */
function inOrder(all: readonly DraftParagraph[], order: readonly string[]): DraftParagraph[] {
  const place = new Map(order.map((key, index) => [key, index]));
  return PAPER_SECTIONS.flatMap((section) => {
    let last = -1;
    let step = 0;
    return all
      .filter((one) => one.section === section)
      .map((one) => {
        const known = place.get(one.key);
        // Something newly generated follows what is generated before it.
        if (known === undefined) step += 1;
        else {
          last = known;
          step = 0;
        }
        return { one, at: last, step };
      })
      .sort((a, b) => a.at - b.at || a.step - b.step)
      .map(({ one }) => one);
  });
}

/** '2.3' of each that prints, by its key; what is left out has no number. */
export function printedNumbers(paragraphs: readonly DraftParagraph[]): Map<string, string> {
  return new Map(
    PAPER_SECTIONS.flatMap((section) =>
      paragraphs
        .filter((one) => one.section === section && !one.leftOut)
        .map(({ key }, index): [string, string] => [key, `${section}.${index + 1}`]),
    ),
  );
}

/** The order with a paragraph one place up or down within its section; the same where it cannot go. */
export function movedOrder(
  paragraphs: readonly DraftParagraph[],
  key: string,
  by: -1 | 1,
): string[] {
  const keys = paragraphs.map((one) => one.key);
  const from = keys.indexOf(key);
  const to = from + by;
  const [one, other] = [paragraphs[from], paragraphs[to]];
  if (!one || !other || one.section !== other.section) return keys;
  keys[from] = other.key;
  keys[to] = one.key;
  return keys;
}
