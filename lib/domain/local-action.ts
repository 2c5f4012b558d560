import { z } from 'zod';
import { SCHEDULING } from './due-date';
import {
  basedOn,
  ids,
  optionalDate,
  optionalId,
  optionalLine,
  optionalText,
  requiredDate,
  requiredLine,
  requiredText,
  submission,
} from './fields';

const details = {
  shortTitle: requiredLine('Enter a short title', 120),
  text: requiredText('Describe the action', 4000),
  yourReference: optionalLine(60),
  alsoInvolved: optionalLine(500),
  area: optionalLine(120),
  start: optionalDate('Start date'),
  fundingSource: optionalLine(300),
  fundedUntil: optionalDate('Funded until'),
  successMeasure: optionalText(1000),
  baseline: optionalText(300),
  target: optionalLine(300),
};

/** A new local action. Owner and dates can wait; the register then shows that they are missing. */
export const createLocalActionSchema = submission
  .extend({
    ...details,
    ownerId: optionalId,
    leadOrganisationId: optionalId,
    scheduling: z.enum(SCHEDULING).optional(),
    due: optionalDate('Due date', { planned: true }),
    review: optionalDate('Review date', { planned: true }),
    /** Recommendations, commitments and groupings it is linked to. */
    itemIds: ids('Choose from the list'),
    groupingIds: ids('Choose from the list'),
  })
  .superRefine((action, context) => {
    // A due date in its box does not count once "ongoing" is chosen.
    if (action.scheduling === 'ongoing') return;
    if (action.start && action.due && action.due < action.start) {
      context.addIssue({
        code: 'custom',
        path: ['due'],
        message: 'The due date must be on or after the start date',
      });
    }
  });
export type CreateLocalAction = z.infer<typeof createLocalActionSchema>;

/** Its wording and details; `basedOn` is the number of the wording. Dates have their own form. */
export const editLocalActionSchema = basedOn.extend({ ...details, reason: optionalText(1000) });
export type EditLocalAction = z.infer<typeof editLocalActionSchema>;

export const withdrawLocalActionSchema = basedOn.extend({
  reason: requiredText('Say why it is withdrawn', 1000),
});
export type WithdrawLocalAction = z.infer<typeof withdrawLocalActionSchema>;

/** What it is linked to from now on: links not named are removed. Links never conflict. */
export const linkLocalActionSchema = submission.extend({
  itemIds: ids('Choose from the list'),
  groupingIds: ids('Choose from the list'),
});
export type LinkLocalAction = z.infer<typeof linkLocalActionSchema>;

/** A dated reading of its success measure. */
export const addReadingSchema = submission.extend({
  readOn: requiredDate('The date of the reading'),
  value: requiredLine('Enter what was measured', 200),
  note: optionalLine(500),
});
export type AddReading = z.infer<typeof addReadingSchema>;
