import { RAG_NAMES, RAG_STATUSES, type RagStatus } from '@/lib/domain/rag';
import { TextLink } from '../ui/text-link';
import { RagShape } from './rag-shape';

const FILLS: Record<RagStatus, string> = {
  red: 'fill-red',
  amber: 'fill-amber',
  green: 'fill-green',
  blue: 'fill-blue',
  not_rated: 'fill-transparent stroke-unrated stroke-2 [stroke-dasharray:4_3]',
};

interface RagBarProps {
  counts: Record<RagStatus, number>;
  /** The register that holds those counted. */
  href?: (status: RagStatus) => string;
  /** What was counted, for those who hear a link alone: "recommendations". */
  context?: string;
}

/** Counts by RAG: a list to be read, and a bar that is a picture of that list. */
export function RagBar({ counts, href, context }: RagBarProps) {
  const total = RAG_STATUSES.reduce((sum, status) => sum + counts[status], 0);
  return (
    <div className="space-y-3">
      {total > 0 && <Picture counts={counts} total={total} />}
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {RAG_STATUSES.map((status) => (
          <li key={status} className="flex min-h-8 items-center gap-2">
            <RagShape status={status} />
            {href ? (
              <TextLink href={href(status)} context={context}>
                {RAG_NAMES[status]}
              </TextLink>
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
  const segments = RAG_STATUSES.filter((status) => counts[status] > 0).map((status) => {
    const x = `${(before / total) * 100}%`;
    before += counts[status];
    return { status, x, width: `${(counts[status] / total) * 100}%` };
  });
  return (
    <svg aria-hidden="true" className="block h-5 w-full rounded-xs">
      {segments.map(({ status, x, width }) => (
        <rect key={status} x={x} y="1" width={width} height="18" className={FILLS[status]} />
      ))}
      {segments.slice(1).map(({ status, x }) => (
        <rect
          key={status}
          x={x}
          width="4"
          height="20"
          transform="translate(-2)"
          className="fill-surface"
        />
      ))}
    </svg>
  );
}
