import { organisationOptions, personOptions } from '@/components/forms/options';
import { Select } from '@/components/forms/select';
import type { Answers } from '@/components/forms/values';
import { TextLink } from '@/components/ui/text-link';
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
        <p className="-mt-4">
          <TextLink href={addPerson}>Add a person who is not listed</TextLink>
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
