'use client';

import { Checkboxes } from '@/components/forms/checkboxes';
import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { Radios } from '@/components/forms/radios';
import type { FormValues } from '@/components/forms/values';
import { ROLE_NAMES, ROLES } from '@/lib/domain/permissions';

/** How people get in, how long they stay, and how long that is remembered. */
export function AccessRulesForm(form: FormProps & { initial: FormValues }) {
  return (
    <Form {...form} submit="Save settings">
      {(answers) => (
        <>
          <Field
            label="Signed out after"
            hint="Minutes without use. A warning comes two minutes before."
            width="short"
            inputMode="numeric"
            {...answers.one('sessionIdleMinutes')}
          />
          <Field
            label="Signed in for"
            hint="Hours in all, however much it is used"
            width="short"
            inputMode="numeric"
            {...answers.one('sessionHours')}
          />
          <Checkboxes
            label="Who needs a second step"
            hint="After their password they enter a code from an authenticator app. Everybody else may set one up. Whoever needs one and has none is signed out, and sets it up at their next sign-in. Single sign-on brings its own."
            options={ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role] }))}
            {...answers.many('secondStepRoles')}
          />
          <Radios
            label="Passwords"
            options={[
              { value: 'yes', label: 'Allowed' },
              {
                value: 'no',
                label: 'Switched off',
                hint: 'Everybody signs in by single sign-on; whoever came in by a password is signed out. You must have signed in that way yourself.',
              },
            ]}
            {...answers.one('passwordsAllowed')}
          />
          <Field
            label="Security events are kept for"
            hint="Months, six at the least: sign-ins, failures and addresses"
            width="short"
            inputMode="numeric"
            {...answers.one('securityMonths')}
          />
        </>
      )}
    </Form>
  );
}
