import { z } from 'zod';
import type { Author } from './author';
import { ownValue, submission } from './fields';
import type { RedactionField } from './redaction-view';

/** Of which of the two somebody is told: that it was asked for, or what came of it. */
const STAGES = ['asked', 'answered'] as const;
export type RedactionStage = (typeof STAGES)[number];

/** What a note says was done. */
export type RedactionStep = 'asked' | 'agreed' | 'declined' | 'withdrawn';

/** A redaction that the reader is told of until they put it away. */
export interface RedactionNote {
  redactionId: string;
  stage: RedactionStage;
  step: RedactionStep;
  /** "Status update of R8" */
  title: string;
  fields: RedactionField[];
  at: string;
  /** Null is the operator. */
  by: Author | null;
}

/** Somebody who is to be mailed of a redaction, and what of it. */
export interface RedactionMail {
  email: string;
  name: string;
  step: RedactionStep;
}

const SAYS: Record<RedactionStep, string> = {
  asked: 'A redaction has been asked for',
  agreed: 'A redaction has been agreed and carried out',
  declined: 'A redaction has been declined',
  withdrawn: 'A request for a redaction has been withdrawn',
};

/** "A redaction has been declined": without what it is about, which a mail must not tell. */
export function stepInWords(step: RedactionStep): string {
  return SAYS[step];
}

export const putAwaySchema = submission.extend({
  redactionId: z.uuid('Open the page again'),
  stage: ownValue(20).pipe(z.enum(STAGES, 'Open the page again')),
});
export type PutAway = z.infer<typeof putAwaySchema>;
