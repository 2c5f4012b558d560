export type ButtonVariant = 'primary' | 'secondary' | 'warning' | 'quiet';

const SHAPE =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-md border-2 py-2 text-center text-base leading-snug font-semibold no-underline print:hidden aria-disabled:cursor-progress aria-disabled:opacity-70';

const LOOKS: Record<ButtonVariant, string> = {
  primary:
    'border-transparent bg-accent px-5 text-on-accent not-aria-disabled:hover:bg-accent-strong',
  secondary:
    'border-accent bg-surface px-5 text-accent hover:bg-accent-wash hover:text-accent-strong hover:border-accent-strong',
  warning:
    'border-transparent bg-danger px-5 text-on-danger not-aria-disabled:hover:bg-danger-strong',
  quiet:
    'border-transparent bg-transparent px-3 text-link underline decoration-[0.07em] underline-offset-[0.18em] hover:bg-accent-wash hover:text-accent-strong',
};

/** What a button looks like, whether it is a button, a link or a form's submit. */
export function buttonLook(variant: ButtonVariant): string {
  return `${SHAPE} ${LOOKS[variant]}`;
}
