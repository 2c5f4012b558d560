import { organisationOptions, personOptions } from '@/components/forms/options';
import { Select } from '@/components/forms/select';
import type { Answers } from '@/components/forms/values';
import type { Choices } from '@/lib/domain/view';

/** The one person accountable, and the organisation that leads. */
export function OwnerFields({
  answers,
  choices,
  addPerson,
  optional = false,
}: {
  answers: Answers;
  choices: Pick<Choices, 'people' | 'organisations'>;
  /** Where somebody who is not listed is added; leads back with them chosen. */
  addPerson?: string;
  optional?: boolean;
}) {
  return (
    <>
      <Select
        label={optional ? 'Owner (optional)' : 'Owner'}
        hint="The one person accountable. They need not be able to sign in."
        options={personOptions(choices.people)}
        empty={optional ? 'Nobody yet' : 'Choose a person'}
        {...answers.one('ownerId')}
      />
      {addPerson ? (
        <p className="-mt-3 mb-6">
          <a href={addPerson} className="inline-flex min-h-6 items-center">
            Add a person who is not listed
          </a>
        </p>
      ) : null}
      <Select
        label="Lead organisation"
        options={organisationOptions(choices.organisations)}
        empty="The owner’s organisation"
        {...answers.one('leadOrganisationId')}
      />
    </>
  );
}
