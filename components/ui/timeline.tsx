import type { ReactNode } from 'react';
import { Moment } from './date';

export interface TimelineEntry {
  key: string;
  at: string;
  title: ReactNode;
  /** "Priya Shah, Public health principal"; null is the system. */
  author: string | null;
  /** A status or tag beside the title. */
  tag?: ReactNode;
  children?: ReactNode;
}

/** What happened, newest first: updates, history, activity. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="ml-1.5 border-l-2 border-line">
      {entries.map((entry) => (
        <li key={entry.key} className="relative pb-8 pl-6 last:pb-1">
          <span
            aria-hidden="true"
            className="absolute top-2 -left-[0.5rem] size-3.5 rounded-full border-3 border-accent bg-paper"
          />
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h3 className="text-lg font-bold">{entry.title}</h3>
            {entry.tag}
          </div>
          <p className="mt-0.5 text-sm text-muted">
            <Moment at={entry.at} /> · {entry.author ?? 'The system'}
          </p>
          {entry.children && <div className="mt-3 space-y-3">{entry.children}</div>}
        </li>
      ))}
    </ol>
  );
}
