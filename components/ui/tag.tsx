import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type Tone = 'neutral' | 'red' | 'amber' | 'green' | 'blue' | 'accent';

const TONES: Record<Tone, string> = {
  neutral: 'bg-sunk text-muted border-line-strong',
  red: 'bg-red-soft text-red border-red',
  amber: 'bg-amber-soft text-amber border-amber',
  green: 'bg-green-soft text-green border-green',
  blue: 'bg-blue-soft text-blue border-blue',
  accent: 'bg-accent-soft text-accent border-accent',
};

/** A short word on a thing. The shape, where there is one, says the same as the colour. */
export function Tag({
  tone = 'neutral',
  shape,
  children,
}: {
  tone?: Tone;
  shape?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1.5 rounded-sm border px-2 py-0.5 text-[0.9em] leading-snug font-semibold whitespace-nowrap',
        TONES[tone],
      )}
    >
      {shape}
      <span>{children}</span>
    </span>
  );
}
