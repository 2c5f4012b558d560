import { KIND_NAMES } from '@/lib/domain/item';
import { NONE, type RegisterQuery, registerAddress } from '@/lib/domain/register';
import type { DashboardView } from '@/lib/domain/view';
import { RagBar } from '../status/rag-bar';
import { classNames } from '../ui/class-names';
import { Link } from '../ui/link';
import { TextLink } from '../ui/text-link';
import { VisuallyHidden } from '../ui/visually-hidden';

type Counts = DashboardView['kinds'][number];

interface Line {
  label: string;
  count: number;
  query: Partial<RegisterQuery>;
}

/** What wants somebody's attention, each with the filter of the register that shows it. */
function lines(counts: Counts): Line[] {
  const open: Partial<RegisterQuery> = { lifecycle: ['open'] };
  return [
    ...(counts.overdue === null
      ? []
      : [
          {
            label: 'Overdue',
            count: counts.overdue,
            query: { schedule: ['overdue'] } satisfies Partial<RegisterQuery>,
          },
        ]),
    ...(counts.dueSoon === null
      ? []
      : [
          {
            label: 'Due soon',
            count: counts.dueSoon,
            query: { schedule: ['due_soon'] } satisfies Partial<RegisterQuery>,
          },
        ]),
    { label: 'No owner', count: counts.unowned, query: { owner: [NONE], ...open } },
    { label: 'Not rated', count: counts.rag.not_rated, query: { rag: ['not_rated'] } },
    { label: 'No evidence', count: counts.withoutEvidence, query: { evidence: ['none'], ...open } },
    ...(counts.closedOtherwise === 0
      ? []
      : [
          {
            label: 'Closed otherwise, in no count above',
            count: counts.closedOtherwise,
            query: { lifecycle: ['closed'] } satisfies Partial<RegisterQuery>,
          },
        ]),
  ];
}

/** One kind at a glance: how many, by RAG, and what wants attention. Every number is a link. */
export function KindPanel({ counts }: { counts: Counts }) {
  const { many, path } = KIND_NAMES[counts.kind];
  return (
    <section
      aria-labelledby={`${counts.kind}-heading`}
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-5"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={`${counts.kind}-heading`} className="text-xl">
          <TextLink href={path}>{many}</TextLink>
        </h2>
        <p className="whitespace-nowrap text-muted tabular-nums">{counts.total} in all</p>
      </div>
      <RagBar counts={counts.rag} href={(status) => registerAddress(path, { rag: [status] })} />
      <ul className="border-t border-line">
        {lines(counts).map(({ label, count, query }) => (
          <li
            key={label}
            className="flex min-h-9 items-center border-b border-line py-1 last:border-b-0"
          >
            <Link
              href={registerAddress(path, query)}
              className="group/line flex grow items-baseline justify-between gap-4 text-link no-underline hover:text-accent-strong"
            >
              <span className="underline decoration-[0.07em] underline-offset-[0.18em] group-hover/line:decoration-[0.16em]">
                {label}
                <VisuallyHidden> ({many.toLowerCase()}):</VisuallyHidden>
              </span>{' '}
              <span
                className={classNames(
                  'tabular-nums',
                  count > 0 ? 'font-bold text-ink' : 'text-muted',
                )}
              >
                {count}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
