import { z } from 'zod';
import { basedOn, optionalId } from './fields';
import { OUR_ROLES, type OurRole } from './item';

const row = z.object({
  /** The item's row that this one was drawn from. */
  number: z.coerce.number('Open the form again and resend it').int().min(1),
  // Left out where the reader may not set it.
  ourRole: z.enum(['', ...OUR_ROLES], 'Choose Deliver, Contribute or Watch').optional(),
  ownerId: z.literal('').or(z.uuid('Choose one from the list')).optional(),
  leadOrganisationId: z.literal('').or(optionalId).optional(),
});
export type ArrangedRow = z.infer<typeof row>;

/** Our role, the owner and the lead of every recommendation at once, by reference. */
export const arrangeRecommendationsSchema = basedOn.extend({
  rows: z.record(z.string().regex(/^[A-Z]{1,4}\d{1,5}$/), row).default({}),
});
export type ArrangeRecommendations = z.infer<typeof arrangeRecommendationsSchema>;

/** What a row was drawn from. */
export interface Arranged {
  ourRole: OurRole | null;
  ownerId: string | null;
  leadOrganisationId: string | null;
}

/** What somebody changed in a row; null for what they left as it was. */
export interface Rearranged {
  ourRole: boolean;
  owner: boolean;
}

/** @returns null when the row was left as it was drawn */
export function rearranged(drawn: Arranged, sent: ArrangedRow): Rearranged | null {
  const differs = (now: string | null, value: string | undefined) =>
    value !== undefined && value !== (now ?? '');
  const ourRole = differs(drawn.ourRole, sent.ourRole);
  const owner =
    differs(drawn.ownerId, sent.ownerId) ||
    differs(drawn.leadOrganisationId, sent.leadOrganisationId);
  return ourRole || owner ? { ourRole, owner } : null;
}

/** What is wrong with a changed row, by field; undefined when it can be saved. */
export function refuseRow(
  sent: ArrangedRow,
  changed: Rearranged,
): Partial<Record<'ourRole' | 'ownerId', string>> | undefined {
  if (changed.ourRole && !sent.ourRole) return { ourRole: 'Choose Deliver, Contribute or Watch' };
  if (changed.owner && !sent.ownerId) {
    return {
      ownerId: 'Choose an owner: a lead organisation comes with one, and none is taken away',
    };
  }
  return undefined;
}
