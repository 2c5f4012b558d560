import {
  activeChallengeFilters,
  byRule,
  CHALLENGES_PATH,
  type ChallengeQuery,
  challengeCount,
  narrow,
} from '@/lib/domain/challenge-query';
import type { ChallengeList } from '@/lib/domain/challenge-view';
import { ActiveFilters } from '../ui/active-filters';
import { EmptyState } from '../ui/empty-state';
import { Section } from '../ui/section';
import { TextLink } from '../ui/text-link';
import { ChallengeFilters } from './challenge-filters';
import { ChallengeTable } from './challenge-table';

interface ChallengesProps {
  list: ChallengeList;
  query: ChallengeQuery;
  /** The reader's id. */
  me: string | null;
}

/** The whole list, or what its filters leave of it, a section for each rule. */
export function Challenges({ list, query, me }: ChallengesProps) {
  const { lines, mayAcknowledge } = list;
  const filters = activeChallengeFilters(lines, query);
  if (lines.length === 0 && filters.length === 0) {
    return (
      <EmptyState title="Everything adds up">
        <p>No rule of the challenge list has anything to say about what you may see.</p>
      </EmptyState>
    );
  }
  const shown = narrow(lines, query, me);
  return (
    <>
      <div className="space-y-4">
        <ChallengeFilters lines={lines} query={query} me={me} active={filters.length} />
        <ActiveFilters filters={filters} clearHref={CHALLENGES_PATH} />
        {filters.length > 0 && shown.length > 0 && (
          <p>
            {challengeCount(shown)}, of {lines.length} in all
          </p>
        )}
      </div>
      {shown.length === 0 && (
        <EmptyState title="No challenges match">
          <p>
            <TextLink href={CHALLENGES_PATH}>Show all {lines.length}</TextLink>
          </p>
        </EmptyState>
      )}
      {byRule(shown).map(({ rule, title, lines: those }) => (
        <Section
          key={rule}
          id={rule.replaceAll('_', '-')}
          title={title}
          intro={challengeCount(those)}
        >
          <ChallengeTable caption={title} lines={those} mayAcknowledge={mayAcknowledge} />
        </Section>
      ))}
    </>
  );
}
