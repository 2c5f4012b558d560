import { classNames } from '@/components/ui/class-names';

/** What every field is told. `error` comes from the form's state, by the field's name. */
export interface FieldProps {
  name: string;
  label: string;
  hint?: string;
  error?: readonly string[];
}

/** The ids that describe a control, for aria-describedby. */
export function describedBy({ name, hint, error }: FieldProps): string | undefined {
  return classNames(hint && `${name}-hint`, Boolean(error?.length) && `${name}-error`) || undefined;
}

/** The look of a text box or a select. */
export function controlClasses(invalid: boolean): string {
  return classNames(
    'min-h-11 max-w-full rounded-sm border-2 bg-surface px-2.5 py-1.5 text-ink',
    invalid ? 'border-red' : 'border-line-strong',
  );
}
