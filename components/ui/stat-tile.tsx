import Link from 'next/link';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

interface StatTileProps {
  href: string;
  count: number;
  label: string;
  /** A tag or a shape before the label. */
  mark?: ReactNode;
  /** Something that wants attention when it is not nought. */
  attention?: boolean;
  /** A word more about the number: "of 32". */
  note?: string;
}

/** A number that leads to what was counted. */
export function StatTile({ href, count, label, mark, attention, note }: StatTileProps) {
  const raised = attention && count > 0;
  return (
    <Link
      href={href}
      prefetch={false}
      className={classNames(
        'group flex min-h-24 flex-col justify-between gap-2 rounded-lg border border-line border-t-4 bg-surface px-4 pt-3 pb-4 text-ink no-underline hover:border-accent hover:bg-accent-wash',
        raised && 'border-t-ink',
      )}
    >
      <span className="flex items-baseline gap-2">
        <span
          className={classNames(
            'text-4xl font-bold tracking-tight tabular-nums',
            count === 0 && 'text-muted',
          )}
        >
          {count.toLocaleString('en-GB')}
        </span>
        {note && <span className="text-sm text-muted">{note}</span>}
      </span>
      <span className="flex items-center gap-2 leading-snug text-link underline decoration-[0.07em] underline-offset-[0.18em] group-hover:decoration-[0.16em]">
        {mark}
        {label}
      </span>
    </Link>
  );
}

/** Tiles side by side, as many as there is room for. */
export function StatTiles({ children }: { children: ReactNode }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(9.5rem,100%),1fr))] gap-4 [&>li>a]:h-full">
      {children}
    </ul>
  );
}
