import type { ReactNode } from 'react';

export interface TimelineEntry {
  id: string;
  title: ReactNode;
  /** When, and who. */
  meta: ReactNode;
  body?: ReactNode;
}

/** What happened, newest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="border-l-2 border-line-strong">
      {entries.map(({ id, title, meta, body }) => (
        <li key={id} className="keep-together relative pb-6 pl-5 last:pb-0">
          <span
            aria-hidden="true"
            className="absolute top-2 -left-[7px] size-3 rounded-full border-2 border-line-strong bg-paper"
          />
          <h3 className="text-base">{title}</h3>
          <p className="text-sm text-muted">{meta}</p>
          {body ? <div className="mt-1.5">{body}</div> : null}
        </li>
      ))}
    </ol>
  );
}
