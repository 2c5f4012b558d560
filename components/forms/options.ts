import type { OrganisationName, PersonName } from '@/lib/domain/view';
import type { SelectOption } from './select';

/** People as a list to choose from: 'Sam Hill, Head of service, Exampleshire Council'. */
export function personOptions(people: readonly PersonName[]): SelectOption[] {
  return people.map(({ id, name, position, organisation }) => ({
    value: id,
    label: [name, position, organisation].filter(Boolean).join(', '),
  }));
}

/** Organisations as a list to choose from. */
export function organisationOptions(organisations: readonly OrganisationName[]): SelectOption[] {
  return organisations.map(({ id, name }) => ({ value: id, label: name }));
}
