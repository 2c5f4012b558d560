import { parseProse } from '@/lib/domain/prose';
import type { VersionChange } from '@/lib/domain/version-change';
import { by } from '../item/by';
import { PaperProse } from '../paper/paper-prose';
import { RedactLink } from '../redaction/redact-link';
import { ChangesList } from '../ui/changes-list';
import { Details } from '../ui/details';
import { Timeline } from '../ui/timeline';

type Change = VersionChange['changes'][number];

/** The one change that is prose; the others are short. */
const isWords = ({ label }: Change) => label === 'Words';

/** Every change of a draft: when, who, and from what to what. */
export function DraftHistory({ history }: { history: readonly VersionChange[] }) {
  return (
    <Timeline
      entries={history.map(({ version, at, title, author, changes, redact }) => ({
        key: String(version),
        at,
        title,
        author: by(author),
        children: (changes.length > 0 || redact) && (
          <>
            <ChangesList changes={changes.filter((one) => !isWords(one))} />
            {changes.filter(isWords).map((words) => (
              <Words key={version} {...words} />
            ))}
            {redact && <RedactLink href={redact} context={title} />}
          </>
        ),
      }))}
    />
  );
}

function Words({ from, to }: Change) {
  return (
    <>
      {to !== null && <PaperProse blocks={parseProse(to)} />}
      {from !== null && (
        <Details summary={to === null ? 'What it said' : 'What it said before'}>
          <PaperProse blocks={parseProse(from)} />
        </Details>
      )}
    </>
  );
}
