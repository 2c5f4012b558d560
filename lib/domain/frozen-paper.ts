import { z } from 'zod';
import { ITEM_KINDS } from './item';
import type { PaperModel } from './paper-model';
import type { ProseBlock } from './prose';
import { RAG_STATUSES } from './rag';
import { readStored } from './stored';

// Issued papers keep their model for as long as the board's record. A format that was ever issued
// stays here for good, with the step from it to the next: a test holds a paper of each.

const span = z.object({
  text: z.string(),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  href: z.string().optional(),
});
const block: z.ZodType<ProseBlock> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), spans: z.array(span) }),
  z.object({
    kind: z.literal('list'),
    ordered: z.boolean(),
    get items() {
      return z.array(z.array(block));
    },
  }),
]);
const rag = z.enum(RAG_STATUSES);
const chart = z.object({
  key: z.string(),
  title: z.string(),
  alternative: z.string(),
  rowsAre: z.string(),
  rows: z.array(
    z.object({
      label: z.string(),
      counts: z.object({
        red: z.number(),
        amber: z.number(),
        green: z.number(),
        blue: z.number(),
        not_rated: z.number(),
      }),
    }),
  ),
});
const column = z.object({
  key: z.string(),
  heading: z.string(),
  kind: z.enum(['reference', 'text', 'prose', 'date', 'number', 'rag']),
  print: z.string().nullable(),
  width: z.number(),
  label: z.string().nullable(),
  strong: z.literal(true).optional(),
});
const row = z.object({
  reference: z.string().nullable(),
  kind: z.enum(ITEM_KINDS).nullable(),
  cells: z.array(z.union([z.string(), z.number(), z.object({ rag, text: z.string() }), z.null()])),
});
const table = z.object({
  key: z.string(),
  caption: z.string(),
  columns: z.array(column),
  rows: z.array(row),
  empty: z.string(),
});

const format1: z.ZodType<PaperModel> = z.object({
  format: z.literal(1).default(1),
  audience: z.enum(['members', 'public']),
  kind: z.enum(['paper', 'addendum']),
  state: z.enum(['draft', 'cleared', 'issued']),
  version: z.number(),
  title: z.string(),
  board: z.object({ name: z.string(), areas: z.array(z.string()) }),
  meeting: z.object({ slug: z.string(), date: z.string() }),
  cutOff: z.string(),
  notices: z.array(z.string()),
  front: z.array(z.object({ label: z.string(), text: z.string() })),
  summary: z.object({
    heading: z.string(),
    parts: z.array(z.object({ heading: z.string(), blocks: z.array(block) })),
  }),
  sections: z.array(
    z.object({
      number: z.string(),
      heading: z.string(),
      paragraphs: z.array(
        z.object({
          number: z.string(),
          heading: z.string().nullable(),
          blocks: z.array(block),
          charts: z.array(chart),
        }),
      ),
    }),
  ),
  appendices: z.array(z.object({ label: z.string(), title: z.string(), parts: z.array(table) })),
});

/** How a paper of each format is read and brought to the shape of today. */
const FORMATS: Readonly<Record<number, (stored: unknown) => PaperModel>> = {
  1: (stored) => readStored(format1, stored, 'issued paper'),
};
export const PAPER_FORMATS: readonly number[] = Object.keys(FORMATS).map(Number);

const formatSchema = z.object({ format: z.int().min(1).default(1) });

/** Made by a newer version of the tracker, and nothing that this one could draw. */
export class NewerFormatError extends Error {
  override name = 'NewerFormatError';
}

/**
 * The model of an issued paper, in the shape of today whatever it was frozen in.
 * @throws NewerFormatError, and Error when it is not what its format says
 */
export function readFrozenPaper(stored: unknown): PaperModel {
  const { format } = readStored(formatSchema, stored, 'issued paper');
  const read = FORMATS[format];
  if (!read) throw new NewerFormatError(`A paper of format ${format} cannot be read here.`);
  return read(stored);
}
