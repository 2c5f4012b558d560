import { dateBoxes, type FormValues } from '@/components/forms/values';
import { Inset } from '@/components/ui/inset';
import { Prose } from '@/components/ui/prose';
import { formatDate } from '@/lib/domain/dates';
import { RESTRICTION_NAMES } from '@/lib/domain/restriction';
import type { OrganisationName, RestrictionView } from '@/lib/domain/view';

/** What restricting does, before it is done. */
export function RestrictionExplained({ what }: { what: string }) {
  return (
    <p className="measure">
      Viewers, and people of organisations you choose, will not find {what} anywhere: not in
      registers, counts, search, exports or papers. Everybody else still sees it, marked as
      restricted.
    </p>
  );
}

/** The restriction as it stands. */
export function RestrictionStands({ restriction }: { restriction: RestrictionView }) {
  const { category, reason, reviewOn, hiddenFrom } = restriction;
  return (
    <Inset>
      <p className="font-semibold">
        {RESTRICTION_NAMES[category]}, to be reviewed on {formatDate(reviewOn)}
      </p>
      <Prose text={reason} />
      {hiddenFrom.length > 0 ? (
        <p>Hidden from viewers and {hiddenFrom.map(({ name }) => name).join(', ')}.</p>
      ) : (
        <p>Hidden from viewers.</p>
      )}
    </Inset>
  );
}

/** A restriction that stands, as its form opens with it. */
export function restrictionValues(restriction: RestrictionView | null): FormValues {
  if (!restriction) return {};
  return {
    category: restriction.category,
    reason: restriction.reason,
    ...dateBoxes('review', restriction.reviewOn),
    hiddenFrom: restriction.hiddenFrom.map(({ id }) => id),
  };
}

/** Whom a thing can be hidden from: partners, and whoever it is hidden from already. */
export function partnersAnd<T extends OrganisationName & { national: boolean }>(
  restriction: RestrictionView | null,
  organisations: readonly T[],
): T[] {
  const hidden = new Set(restriction?.hiddenFrom.map(({ id }) => id));
  return organisations.filter(({ id, national }) => !national || hidden.has(id));
}
