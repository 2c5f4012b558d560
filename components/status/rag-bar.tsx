import { RAG_NAMES, RAG_STATUSES, type RagStatus } from '@/lib/domain/rag';
import { TextLink } from '../ui/text-link';
import { RagShape } from './rag-shape';

const FILLS: Record<RagStatus, string> = {
  red: 'fill-red',
  amber: 'fill-amber',
  green: 'fill-green',
  blue: 'fill-blue',
  not_rated: 'fill-unrated/35 stroke-unrated',
};

interface RagBarProps {
  counts: Record<RagStatus, number>;
  /** The register that holds those counted. */
  href?: (status: RagStatus) => string;
}

/** Counts by RAG: a list to be read, and a bar that is a picture of that list. */
export function RagBar({ counts, href }: RagBarProps) {
  const total = RAG_STATUSES.reduce((sum, status) => sum + counts[status], 0);
  return (
    <div className="space-y-3">
      {total > 0 && <Picture counts={counts} total={total} />}
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {RAG_STATUSES.map((status) => (
          <li key={status} className="flex min-h-8 items-center gap-2">
            <RagShape status={status} />
            {href ? (
              <TextLink href={href(status)}>{RAG_NAMES[status]}</TextLink>
            ) : (
              RAG_NAMES[status]
            )}
            <span className="font-bold tabular-nums">{counts[status].toLocaleString('en-GB')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Widths are attributes, not styles: the content security policy allows no inline style. */
function Picture({ counts, total }: { counts: Record<RagStatus, number>; total: number }) {
  let before = 0;
  return (
    <svg aria-hidden="true" className="h-5 w-full overflow-visible">
      {RAG_STATUSES.filter((status) => counts[status] > 0).map((status) => {
        const x = (before / total) * 100;
        const width = (counts[status] / total) * 100;
        before += counts[status];
        return (
          <svg key={status} x={`${x}%`} width={`${width}%`} height="20">
            <rect x="1" width="100%" height="20" className={FILLS[status]} />
            <rect x="0" width="1" height="20" className="fill-surface" />
            <rect
              x="100%"
              width="2"
              height="20"
              transform="translate(-1)"
              className="fill-surface"
            />
          </svg>
        );
      })}
    </svg>
  );
}
