import {
  byRule,
  CHALLENGES_PATH,
  challengeCount,
  challengesAddress,
  MINE,
} from '@/lib/domain/challenge-query';
import type { ChallengeList } from '@/lib/domain/challenge-view';
import { Section } from '../ui/section';
import { TextLink } from '../ui/text-link';

interface ChallengeCountsProps {
  list: ChallengeList;
  /** The reader's id. */
  me: string;
}

/** How often each rule of the challenge list fires. */
export function ChallengeCounts({ list, me }: ChallengeCountsProps) {
  const { lines } = list;
  const mine = lines.filter(({ owner }) => owner?.id === me).length;
  return (
    <Section
      id="challenges"
      title="Challenges"
      intro={lines.length > 0 ? `What does not add up: ${challengeCount(lines)}` : undefined}
      actions={
        lines.length > 0 && (
          <>
            {mine > 0 && (
              <TextLink href={challengesAddress({ owner: [MINE] })}>{mine} about yours</TextLink>
            )}
            <TextLink href={CHALLENGES_PATH}>All challenges</TextLink>
          </>
        )
      }
    >
      {lines.length === 0 ? (
        <p className="text-muted">Everything adds up.</p>
      ) : (
        <ul className="grid gap-x-10 sm:grid-cols-2">
          {byRule(lines).map(({ rule, title, lines: those }) => (
            <li
              key={rule}
              className="flex min-h-9 items-baseline justify-between gap-4 border-b border-line py-1.5"
            >
              <TextLink href={challengesAddress({ rule: [rule] })}>{title}</TextLink>{' '}
              <span className="font-bold tabular-nums">{those.length}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
