'use client';

import { boxLook, describedBy, FieldText } from '@/components/forms/field-text';
import { Form, type FormProps } from '@/components/forms/form';
import { organisationOptions, personOptions } from '@/components/forms/options';
import type { SelectOption } from '@/components/forms/select';
import type { Answers, FormValues } from '@/components/forms/values';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { itemPath, OUR_ROLE_NAMES, OUR_ROLES } from '@/lib/domain/item';
import type { ArrangementRow } from '@/lib/domain/start-view';
import type { Choices } from '@/lib/domain/view';

const field = (reference: string, name: string) => `rows.${reference}.${name}`;
const ROLES = OUR_ROLES.map((value) => ({ value, label: OUR_ROLE_NAMES[value] }));

function initialOf(rows: readonly ArrangementRow[]): FormValues {
  return Object.fromEntries(
    rows.flatMap(({ reference, number, ourRole, owner, lead }) => [
      [field(reference, 'number'), String(number)],
      [field(reference, 'ourRole'), ourRole],
      [field(reference, 'ownerId'), owner?.id],
      [field(reference, 'leadOrganisationId'), lead?.id],
    ]),
  );
}

/** The present one stays to be chosen, also where it is offered to nobody else any more. */
function withPresent(
  options: SelectOption[],
  present: { id: string; name: string } | null,
): SelectOption[] {
  if (!present || options.some(({ value }) => value === present.id)) return options;
  return [...options, { value: present.id, label: present.name }];
}

/** Every recommendation in a row, with our role, its owner and its lead to choose. */
export function ArrangementForm({
  rows,
  people,
  organisations,
  ...form
}: FormProps & { rows: readonly ArrangementRow[] } & Pick<Choices, 'people' | 'organisations'>) {
  const [owners, leads] = [personOptions(people), organisationOptions(organisations)];
  return (
    <Form {...form} initial={initialOf(rows)} submit="Save what I changed">
      {(answers) => (
        <Table
          caption={`Recommendations, all ${rows.length}`}
          rows={rows}
          rowKey={({ reference }) => reference}
          columns={[
            {
              key: 'title',
              header: 'Recommendation',
              lead: true,
              cell: ({ reference, shortTitle, may }) => (
                <>
                  {/* As it was first drawn, also on a page drawn anew: what was not touched stays so. */}
                  {(may.setOurRole || may.setOwner) && (
                    <input
                      type="hidden"
                      name={field(reference, 'number')}
                      value={answers.one(field(reference, 'number')).defaultValue}
                    />
                  )}
                  <TextLink href={itemPath(reference)}>
                    {reference} {shortTitle}
                  </TextLink>
                </>
              ),
            },
            {
              key: 'role',
              header: 'Our role',
              cell: ({ reference, ourRole, may }) =>
                may.setOurRole ? (
                  <RowSelect
                    answers={answers}
                    name={field(reference, 'ourRole')}
                    label={`Our role in ${reference}`}
                    empty="Not set"
                    mayBeEmpty={!ourRole}
                    options={ROLES}
                  />
                ) : (
                  <Fixed text={ourRole && OUR_ROLE_NAMES[ourRole]} />
                ),
            },
            {
              key: 'owner',
              header: 'Owner',
              cell: ({ reference, owner, may }) =>
                may.setOwner ? (
                  <RowSelect
                    answers={answers}
                    name={field(reference, 'ownerId')}
                    label={`Owner of ${reference}`}
                    empty="Nobody yet"
                    mayBeEmpty={!owner}
                    options={withPresent(owners, owner)}
                  />
                ) : (
                  <Fixed text={owner?.name} />
                ),
            },
            {
              key: 'lead',
              header: 'Lead organisation',
              cell: ({ reference, lead, may }) =>
                may.setOwner ? (
                  <RowSelect
                    answers={answers}
                    name={field(reference, 'leadOrganisationId')}
                    label={`Lead organisation of ${reference}`}
                    empty="The owner’s organisation"
                    mayBeEmpty
                    options={withPresent(leads, lead)}
                  />
                ) : (
                  <Fixed text={lead?.name} />
                ),
            },
          ]}
        />
      )}
    </Form>
  );
}

function Fixed({ text }: { text: string | null | undefined }) {
  return text ?? <span className="text-muted">None</span>;
}

/** A select in a cell: the column's heading is its label to the eye, its own to the ear. */
function RowSelect({
  answers,
  name,
  label,
  empty,
  mayBeEmpty,
  options,
}: {
  answers: Answers;
  name: string;
  label: string;
  /** What choosing nothing is called. */
  empty: string;
  mayBeEmpty: boolean;
  options: readonly SelectOption[];
}) {
  const { defaultValue = '', error } = answers.one(name);
  // What the form was first drawn with stays to be chosen on a page drawn anew, also where somebody
  // has changed it meanwhile: without it the browser would choose, and that would count as a change.
  const gone = defaultValue !== '' && !options.some(({ value }) => value === defaultValue);
  return (
    <div className="space-y-1">
      <FieldText name={name} error={error} />
      <select
        id={name}
        name={name}
        aria-label={label}
        defaultValue={defaultValue}
        aria-invalid={error?.length ? true : undefined}
        aria-describedby={describedBy({ name, error })}
        className={`${boxLook(error)} w-full max-w-72 min-w-32`}
      >
        {(mayBeEmpty || defaultValue === '') && <option value="">{empty}</option>}
        {gone && <option value={defaultValue}>As it was</option>}
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
