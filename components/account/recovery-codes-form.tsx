'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { Revealed } from '@/components/forms/revealed';
import { LinkButton } from '@/components/ui/button';

/** Makes recovery codes, and shows them this once. */
export function RecoveryCodesForm({
  left,
  takesCode,
  ...form
}: FormProps & { left: number; takesCode: boolean }) {
  return (
    <Form
      {...form}
      submit={left > 0 ? 'Make new codes' : 'Make recovery codes'}
      pendingLabel="Making them…"
      intro={
        <p className="measure">
          A recovery code gets you in on the day you are without your phone. Each works once.{' '}
          {left > 0
            ? `You have ${left} left; new ones make those useless.`
            : 'You have none yet: make them now.'}
        </p>
      }
      reveal={(codes) => (
        <Revealed title="Keep these codes">
          <p>
            They are shown this once. Print this page, or keep them where you keep your passwords.
          </p>
          <ul className="grid grid-cols-1 gap-x-8 gap-y-2 rounded-md border border-line bg-sunken p-5 sm:grid-cols-2">
            {codes.map((code) => (
              <li key={code}>
                <code className="text-lg font-bold">{code}</code>
              </li>
            ))}
          </ul>
          <LinkButton href={form.cancel ?? '/account'}>I have kept them</LinkButton>
        </Revealed>
      )}
    >
      {(answers) =>
        takesCode ? (
          <Field
            label="Code"
            hint="Six digits from your app, or a recovery code, to show that it is you"
            width="short"
            autoComplete="one-time-code"
            spellCheck={false}
            {...answers.one('code')}
          />
        ) : null
      }
    </Form>
  );
}
