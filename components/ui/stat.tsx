import type { ReactNode } from 'react';

/** A number that leads to what it counts. */
export function Stat({ value, label, href }: { value: number; label: ReactNode; href: string }) {
  return (
    <a
      href={href}
      className="flex min-h-11 flex-col justify-between gap-1 border border-line bg-surface px-3 py-2 text-ink no-underline hover:bg-sunk hover:underline"
    >
      <span className="text-2xl leading-none font-bold tabular-nums">{value}</span>
      <span className="text-sm">{label}</span>
    </a>
  );
}
