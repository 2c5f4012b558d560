'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { organisationOptions } from '@/components/forms/options';
import { Select } from '@/components/forms/select';
import type { FormValues } from '@/components/forms/values';
import { TextLink } from '@/components/ui/text-link';
import type { Role } from '@/lib/domain/permissions';
import type { OrganisationName } from '@/lib/domain/view';
import { MadeLink } from './made-link';
import { RoleCheckboxes } from './role-checkboxes';

/** Lets somebody in: somebody new, or somebody who is known and owns things perhaps. */
export function InviteForm({
  known,
  passwords,
  roles,
  organisations = [],
  ...form
}: FormProps & {
  known?: boolean;
  /** Whether people sign in with passwords here. */
  passwords: boolean;
  /** Those that may be given. */
  roles: readonly Role[];
  organisations?: readonly OrganisationName[];
  initial: FormValues;
}) {
  return (
    <Form
      {...form}
      submit="Invite"
      pendingLabel="Inviting…"
      reveal={(shown) => <MadeLink shown={shown} back={form.cancel ?? '/people'} />}
      intro={
        <p className="measure">
          {passwords
            ? 'They get a link by which they choose a password. It works once, for seven days.'
            : 'They get the address of this board tracker, and sign in there with the account of their own organisation.'}
        </p>
      }
    >
      {(answers) => (
        <>
          {!known && (
            <>
              <Field label="Name" width="half" {...answers.one('name')} />
              <Field
                label="Position"
                hint="For example, head of commissioning"
                width="half"
                {...answers.one('position')}
              />
              <Select
                label="Organisation"
                options={organisationOptions(organisations)}
                empty="Choose an organisation"
                {...answers.one('organisationId')}
              />
              <p className="-mt-4">
                <TextLink href="/organisations/new?to=%2Fpeople%2Finvite">
                  Add an organisation that is not listed
                </TextLink>
              </p>
            </>
          )}
          <Field
            label="Email address"
            hint="They sign in with it."
            type="email"
            inputMode="email"
            spellCheck={false}
            width="half"
            {...answers.one('email')}
          />
          <RoleCheckboxes answers={answers} roles={roles} />
        </>
      )}
    </Form>
  );
}
