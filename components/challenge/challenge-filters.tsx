import {
  CHALLENGE_FILTERS,
  CHALLENGES_PATH,
  type ChallengeFilter,
  type ChallengeQuery,
  challengeOptions,
  challengesAddress,
} from '@/lib/domain/challenge-query';
import type { ChallengeLine } from '@/lib/domain/challenge-view';
import { KeptMoment } from '../as-at/kept-moment';
import { Button } from '../ui/button';
import { FilterGroup } from '../ui/filter-group';
import { Chevron } from '../ui/icons';
import { TextLink } from '../ui/text-link';

interface ChallengeFiltersProps {
  lines: readonly ChallengeLine[];
  query: ChallengeQuery;
  /** The reader's id. */
  me: string | null;
  /** How many are on. */
  active: number;
}

/** What the list can be narrowed by, folded above it. One plain GET form. */
export function ChallengeFilters({ lines, query, me, active }: ChallengeFiltersProps) {
  const options = challengeOptions(lines, query, me);
  return (
    // Drawn anew for another state: boxes once ticked would stay so while the address moves on.
    <form
      key={challengesAddress(query)}
      method="get"
      action={CHALLENGES_PATH}
      aria-label="Filters"
      className="print:hidden"
    >
      <KeptMoment />
      <details className="group/panel">
        <summary className="inline-flex min-h-11 list-none items-center gap-2 font-semibold text-link underline decoration-[0.07em] underline-offset-[0.18em] hover:text-accent-strong [&::-webkit-details-marker]:hidden">
          <Chevron className="group-open/panel:rotate-90" />
          {active > 0 ? `Filters, ${active} on` : 'Filters'}
        </summary>
        <div className="mt-2 rounded-lg border border-line bg-surface">
          <div className="grid items-start sm:grid-cols-2 lg:grid-cols-4 [&_fieldset]:max-h-80 [&_fieldset]:overflow-y-auto">
            {(Object.keys(CHALLENGE_FILTERS) as ChallengeFilter[]).map((name) => (
              <FilterGroup
                key={name}
                name={name}
                legend={CHALLENGE_FILTERS[name]}
                options={options[name]}
                open
              />
            ))}
          </div>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line p-4">
            <Button>Apply filters</Button>
            {active > 0 && <TextLink href={CHALLENGES_PATH}>Clear all</TextLink>}
          </div>
        </div>
      </details>
    </form>
  );
}
