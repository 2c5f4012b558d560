import { CHALLENGE_RULES } from '@/lib/domain/challenge';
import type { IssuePlanView } from '@/lib/domain/paper-issue-view';
import { TextLink } from '../ui/text-link';

/** What does not add up before a paper is issued: rule by rule, with where it is worked through. */
export function OpenChallenges({ plan: { open, acknowledged } }: { plan: IssuePlanView }) {
  const known = acknowledged === 1 ? '1 is acknowledged' : `${acknowledged} are acknowledged`;
  if (open.length === 0) {
    return <p>{`No challenge is open${acknowledged ? `, and ${known}` : ''}.`}</p>;
  }
  return (
    <>
      <p>
        <TextLink href="/challenges">
          {open.length === 1 ? '1 challenge is open' : `${open.length} challenges are open`}
        </TextLink>
        {acknowledged > 0 && `, and ${known}`}. Each can be mended or acknowledged first.
      </p>
      <ul className="list-disc space-y-1 pl-5">
        {CHALLENGE_RULES.map(({ name, title }) => ({
          name,
          title,
          count: open.filter(({ rule }) => rule === name).length,
        }))
          .filter(({ count }) => count > 0)
          .map(({ name, title, count }) => (
            <li key={name}>
              <TextLink href={`/challenges?rule=${name}`}>{title}</TextLink>: {count}
            </li>
          ))}
      </ul>
    </>
  );
}
