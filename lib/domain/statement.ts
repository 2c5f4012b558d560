import type { z } from 'zod';
import { basedOn, requiredDate, requiredText } from './fields';
import { optionalWebAddress } from './web-address';

export const STATEMENT_KINDS = ['our_response', 'national_position'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];
export const STATEMENT_NAMES: Record<StatementKind, string> = {
  our_response: 'Our response',
  national_position: 'National position',
};

/** What the board says it will do about an item. `basedOn` is the number of the last response. */
export const stateResponseSchema = basedOn.extend({
  words: requiredText('Enter our response', 4000),
  statedOn: requiredDate('The date'),
});

/** Where the national side stands, with a link to what says so. */
export const statePositionSchema = basedOn.extend({
  words: requiredText('Enter the national position', 4000),
  url: optionalWebAddress(),
  statedOn: requiredDate('The date'),
});
export type Stated = z.infer<typeof statePositionSchema>;
