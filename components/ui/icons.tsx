import type { ReactNode } from 'react';
import { classNames } from './class-names';

interface IconProps {
  className?: string;
}

/** A picture beside a word, never instead of one, so hidden from those who listen. */
function Icon({ className, children }: IconProps & { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={classNames('glyph size-[1.1em]', className)}
    >
      {children}
    </svg>
  );
}

export function Chevron({ className }: IconProps) {
  return (
    <Icon className={classNames('size-[0.85em]', className)}>
      <path d="M7 3.5 14 10l-7 6.5" />
    </Icon>
  );
}

export function Cross({ className }: IconProps) {
  return (
    <Icon className={classNames('size-[0.8em]', className)}>
      <path d="m4 4 12 12M16 4 4 16" />
    </Icon>
  );
}

export function Tick({ className }: IconProps) {
  return (
    <Icon className={className}>
      <path d="m3.5 10.5 4.5 4.5 8.5-10" />
    </Icon>
  );
}

export function Warning({ className }: IconProps) {
  return (
    <Icon className={className}>
      <path d="M10 2.5 18.5 17h-17zM10 8v4M10 14.6v.1" />
    </Icon>
  );
}

export function Info({ className }: IconProps) {
  return (
    <Icon className={className}>
      <circle cx="10" cy="10" r="8" />
      <path d="M10 9.5v4.5M10 6.2v.1" />
    </Icon>
  );
}

export function Clock({ className }: IconProps) {
  return (
    <Icon className={className}>
      <circle cx="10" cy="10" r="8" />
      <path d="M10 5.5V10l3 2.2" />
    </Icon>
  );
}

export function Bars({ className }: IconProps) {
  return (
    <Icon className={className}>
      <path d="M2.5 5h15M2.5 10h15M2.5 15h15" />
    </Icon>
  );
}

interface SortArrowsProps {
  direction: 'ascending' | 'descending' | null;
}

/** Both arrows faint when the column could be sorted by, one of them alone when it is. */
export function SortArrows({ direction }: SortArrowsProps) {
  return (
    <svg
      viewBox="0 0 10 16"
      fill="currentColor"
      aria-hidden="true"
      className="glyph inline-block h-[0.8em] w-[0.5em] print:hidden"
    >
      {direction !== 'descending' && <path d="M5 0 10 6.5H0z" opacity={direction ? 1 : 0.55} />}
      {direction !== 'ascending' && <path d="M5 16 0 9.5h10z" opacity={direction ? 1 : 0.55} />}
    </svg>
  );
}
