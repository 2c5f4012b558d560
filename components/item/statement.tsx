import type { StatementView } from '@/lib/domain/view';
import { hostOf } from '@/lib/domain/web-address';
import { Day, Moment } from '../ui/date';
import { Details } from '../ui/details';
import { HostName } from '../ui/host-name';
import { Prose } from '../ui/prose';
import { TextLink } from '../ui/text-link';

interface StatementProps {
  latest: StatementView;
  earlier: readonly StatementView[];
  /** "Earlier responses" */
  earlierTitle: string;
}

/** Dated words as they stand, and what was said before them. */
export function Statement({ latest, earlier, earlierTitle }: StatementProps) {
  return (
    <div className="space-y-4">
      <Said statement={latest} />
      {earlier.length > 0 && (
        <Details summary={`${earlierTitle} (${earlier.length})`}>
          <ol className="space-y-6">
            {earlier.map((statement) => (
              <li key={statement.number}>
                <Said statement={statement} />
              </li>
            ))}
          </ol>
        </Details>
      )}
    </div>
  );
}

function Said({ statement }: { statement: StatementView }) {
  const { words, url, statedOn, author, at } = statement;
  return (
    <div className="space-y-2">
      <p className="font-semibold">
        As at <Day date={statedOn} />
      </p>
      <Prose text={words} />
      {url && (
        <p className="measure wrap-anywhere">
          Source: <TextLink href={url}>{url}</TextLink> {hostOf(url)?.odd && <HostName url={url} />}
        </p>
      )}
      <p className="text-sm text-muted">
        Written by {author?.name ?? 'the system'}, <Moment at={at} />
      </p>
    </div>
  );
}
