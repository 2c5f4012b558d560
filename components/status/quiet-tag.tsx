import type { ReactNode } from 'react';
import { classNames } from '../ui/class-names';

const LOOKS = {
  plain: 'py-px text-ink',
  faint: 'py-px text-muted',
  raised: 'border border-ink bg-surface px-2 font-semibold text-ink',
  strong: 'border border-ink bg-ink px-2 font-semibold text-paper',
};

export type QuietLook = keyof typeof LOOKS;

interface QuietTagProps {
  look: QuietLook;
  large?: boolean;
  icon: ReactNode;
  children: ReactNode;
}

/**
 * What evidence and schedule are drawn with: ink and weight, never red, amber or green, so that
 * nobody takes an overdue action for one that was reported Red.
 */
export function QuietTag({ look, large, icon, children }: QuietTagProps) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1.5 rounded-sm whitespace-nowrap',
        large ? 'text-lg leading-9' : 'text-sm leading-6',
        LOOKS[look],
      )}
    >
      <svg
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        className="size-[1.05em] flex-none"
      >
        {icon}
      </svg>
      {children}
    </span>
  );
}
