import { z } from 'zod';
import { isPlainDate } from './dates';
import { addLinkSchema } from './evidence';
import { requiredText } from './fields';
import type { RowWrite } from './import-model';
import type { ItemKind } from './item';
import { createLocalActionSchema } from './local-action';
import { proposeClosureSchema, proposeExtensionSchema } from './proposal';
import { needsRecovery, RAG_STATUSES } from './rag';
import { addRecommendationSchema } from './source';
import { noChangeSchema, setRagSchema } from './status-update';

const day = z.string().refine(isPlainDate, 'Enter a real date');
const local = createLocalActionSchema.shape;
const rating = setRagSchema.shape;
const reason = {
  extension: proposeExtensionSchema.shape.reason,
  closure: proposeClosureSchema.shape.reason,
};

/** Said once, where a note comes from: longer than anything a cell of a spreadsheet holds. */
const NOTE_LIMIT = 32_767;

/** What a row may write: each of its texts is held to the rules of the form that takes it by hand. */
function writeSchema(kind: ItemKind) {
  const text = kind === 'local_action' ? local.text : addRecommendationSchema.shape.text;
  return z.object({
    reference: z.string().nullable(),
    number: z.int().min(1).max(999).optional(),
    wording: z.object({
      shortTitle: local.shortTitle.optional(),
      text: text.optional(),
      yourReference: local.yourReference,
      alsoInvolved: local.alsoInvolved,
    }),
    ownerId: z.uuid().optional(),
    leadOrganisationId: z.uuid().optional(),
    dates: z
      .object({ due: day.nullable(), review: day.nullable(), firstDue: day.nullable() })
      .refine(({ due, review }) => due !== null || review !== null, 'Enter a date')
      .optional(),
    update: z
      .object({
        rag: rating.rag,
        headline: rating.headline,
        words: rating.words,
        recovery: rating.recovery.nullable(),
        nextStep: noChangeSchema.shape.nextStep.nullable(),
      })
      .optional(),
    linkIds: z.array(z.uuid()).optional(),
    proposal: z
      .discriminatedUnion('kind', [
        z.object({
          kind: z.literal('extension'),
          due: day.nullable(),
          review: day.nullable(),
          reason: reason.extension,
        }),
        z.object({
          kind: z.literal('closure'),
          finishedOn: day.nullable(),
          reason: reason.closure,
        }),
      ])
      .optional(),
    evidence: z
      .object({ url: addLinkSchema.shape.url, title: addLinkSchema.shape.title })
      .optional(),
    notes: z.array(
      z.object({
        heading: requiredText('Enter a heading', 500),
        text: requiredText('Enter a note', NOTE_LIMIT),
        on: day.nullable(),
        rag: z.enum(RAG_STATUSES).nullable(),
      }),
    ),
  });
}

const SCHEMAS = {
  recommendation: writeSchema('recommendation'),
  commitment: writeSchema('commitment'),
  local_action: writeSchema('local_action'),
};

/**
 * What a row writes as the forms would have it, trimmed; or what is wrong with it, in their words.
 * @param kind of the item that it writes to
 */
export function checkWrite(
  write: RowWrite,
  kind: ItemKind,
): { write: RowWrite } | { refused: string } {
  const parsed = SCHEMAS[kind].safeParse(write);
  if (!parsed.success) {
    return { refused: parsed.error.issues[0]?.message ?? 'It cannot be read' };
  }
  const { reference, wording, update, dates } = parsed.data;
  if (reference === null && !(wording.shortTitle && wording.text)) {
    return { refused: 'A new one needs a short title and a text' };
  }
  if (dates && kind !== 'local_action') return { refused: 'Only local actions have dates' };
  const recovery = update?.recovery ?? null;
  if (update && needsRecovery(update.rag) && !recovery) {
    return { refused: 'Say what would bring it back' };
  }
  return { write: { ...parsed.data, update: update && { ...update, recovery } } };
}
