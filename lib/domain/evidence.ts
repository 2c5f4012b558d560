import { z } from 'zod';
import type { PlainDate } from './dates';
import { optionalDate, requiredDate, requiredLine, requiredText, submission } from './fields';
import { webAddress } from './web-address';

export const EVIDENCE_STATES = ['none', 'current', 'out_of_date'] as const;
export type EvidenceState = (typeof EVIDENCE_STATES)[number];
export const EVIDENCE_NAMES: Record<EvidenceState, string> = {
  none: 'No evidence',
  current: 'Current',
  out_of_date: 'Out of date',
};

/**
 * @param latestReview the latest review date of the evidence that stands; null when none does
 * @returns out of date when all of it is past its review date
 */
export function evidenceState(latestReview: PlainDate | null, today: PlainDate): EvidenceState {
  if (latestReview === null) return 'none';
  return latestReview < today ? 'out_of_date' : 'current';
}

export const FILE_LIMIT = 20 * 1024 * 1024;
export const CHUNK_BYTES = 1024 * 1024;

const common = {
  title: requiredLine('Enter a title', 200),
  shows: requiredText('Say what it shows', 1000),
  datedOn: requiredDate('The date of the evidence'),
  /** Left empty: the board's usual number of months after the day it is added. */
  reviewOn: optionalDate('Review date', { planned: true }),
};

export const addLinkSchema = submission.extend({
  url: webAddress('Enter a web address'),
  ...common,
});
export type AddLink = z.infer<typeof addLinkSchema>;

export const addFileSchema = submission.extend({
  file: z.instanceof(Blob, { message: 'Choose a file' }).superRefine((file, context) => {
    const named = 'name' in file && file.name !== '';
    if (named && file.size > 0) return;
    const message = named ? 'Choose a file that is not empty' : 'Choose a file';
    context.addIssue({ code: 'custom', message });
  }),
  ...common,
});

export const withdrawEvidenceSchema = submission.extend({
  reason: requiredText('Say why it is withdrawn', 1000),
});
export type WithdrawEvidence = z.infer<typeof withdrawEvidenceSchema>;
