import type { ReactNode } from 'react';
import { classNames } from './class-names';

const TONES = {
  neutral: 'border-line bg-sunken text-ink',
  accent: 'border-accent bg-accent-wash text-accent-strong',
  strong: 'border-ink bg-ink text-paper',
};

interface TagProps {
  children: ReactNode;
  tone?: keyof typeof TONES;
}

/** A word about a thing: its role, its kind, "Restricted". Statuses have tags of their own. */
export function Tag({ children, tone = 'neutral' }: TagProps) {
  return (
    <span
      className={classNames(
        'inline-block rounded-sm border px-2 text-sm font-semibold',
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
