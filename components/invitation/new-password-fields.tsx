import { Field } from '@/components/forms/field';
import type { Answers } from '@/components/forms/values';

/** A new password, twice. The address is there for password managers, and cannot be changed. */
export function NewPasswordFields({
  email,
  minimum,
  answers,
}: {
  email: string;
  /** Characters. */
  minimum: number;
  answers: Answers;
}) {
  return (
    <>
      <input name="username" autoComplete="username" defaultValue={email} readOnly hidden />
      <Field
        label="New password"
        hint={`${minimum} characters or more. Three or four words that do not belong together are easy to remember.`}
        type="password"
        autoComplete="new-password"
        width="half"
        {...answers.one('password')}
      />
      <Field
        label="New password again"
        type="password"
        autoComplete="new-password"
        width="half"
        {...answers.one('again')}
      />
    </>
  );
}
