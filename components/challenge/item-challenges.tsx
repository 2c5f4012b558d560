import { challengeCount, ruleTitle } from '@/lib/domain/challenge-query';
import type { ChallengeList } from '@/lib/domain/challenge-view';
import { Acknowledgement, MendingLinks } from './acknowledgement';

/** What does not add up about one item, near the top of its page. */
export function ItemChallenges({ list }: { list: ChallengeList }) {
  const { lines, mayAcknowledge } = list;
  if (lines.length === 0) return null;
  return (
    <section
      aria-labelledby="challenges-heading"
      className="space-y-3 rounded-md border border-l-6 border-amber bg-amber-wash px-4 py-3"
    >
      <h2 id="challenges-heading" className="text-lg">
        {challengeCount(lines)}
      </h2>
      <ul className="space-y-3">
        {lines.map((line) => (
          <li key={line.rule} className="measure">
            <p>
              <strong>{ruleTitle(line.rule)}.</strong> {line.sentence}.
            </p>
            {line.acknowledged && <Acknowledgement acknowledged={line.acknowledged} />}
            <MendingLinks line={line} mayAcknowledge={mayAcknowledge} />
          </li>
        ))}
      </ul>
    </section>
  );
}
