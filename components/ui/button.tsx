import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names';

export type ButtonLook = 'primary' | 'secondary' | 'warning' | 'quiet';

const LOOKS: Record<ButtonLook, string> = {
  primary: 'bg-brand text-on-brand border-brand dark:border-brand-soft hover:underline',
  secondary: 'bg-surface text-ink border-line-strong hover:bg-sunk',
  warning: 'bg-red text-surface border-red hover:underline',
  quiet: 'border-transparent bg-transparent text-accent underline hover:bg-accent-soft',
};

/** The classes of a button, for what must look like one. */
export function buttonClasses(look: ButtonLook): string {
  return classNames(
    'inline-flex min-h-11 items-center justify-center gap-2 rounded-sm border-2 px-4 py-1.5 font-semibold no-underline',
    LOOKS[look],
  );
}

export function Button({
  look = 'primary',
  type = 'submit',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: ButtonLook }) {
  return <button type={type} className={buttonClasses(look)} {...rest} />;
}

/** A link to somewhere one does something, drawn as a button. */
export function LinkButton({
  look = 'secondary',
  href,
  children,
}: {
  look?: ButtonLook;
  href: string;
  children: ReactNode;
}) {
  return (
    <a href={href} className={buttonClasses(look)}>
      {children}
    </a>
  );
}
