import { z } from 'zod';
import { addressPage, addressWords, one } from './address-query';
import type { PersonAccess, PersonName } from './view';

export const PEOPLE_PAGE_SIZE = 50;

/** What people can be narrowed by, besides words. */
export const ACCESS_NAMES: Readonly<Record<PersonAccess, string>> = {
  active: 'Signs in',
  invited: 'Invited, not in yet',
  none: 'Cannot sign in',
  deactivated: 'Deactivated',
};

/** What the list of people is asked for; what makes no sense is left out. */
export const peopleQuerySchema = z.object({
  q: addressWords,
  access: one(
    z
      .enum(Object.keys(ACCESS_NAMES) as [PersonAccess, ...PersonAccess[]])
      .or(z.literal(''))
      .catch(''),
  ),
  page: addressPage,
});
export type PeopleQuery = z.output<typeof peopleQuerySchema>;

/** The address of the same list, otherwise. */
export function peopleAddress({ q, access, page = 1 }: Partial<PeopleQuery>): string {
  const query = new URLSearchParams();
  if (q) query.set('q', q);
  if (access) query.set('access', access);
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `/people?${query}` : '/people';
}

/** One page of a list. A page after the last is the last. */
export function pageOf<P>(
  all: readonly P[],
  page: number,
): { rows: P[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(all.length / PEOPLE_PAGE_SIZE));
  const current = Math.min(page, pages);
  const rows = all.slice((current - 1) * PEOPLE_PAGE_SIZE, current * PEOPLE_PAGE_SIZE);
  return { rows, page: current, pages };
}

/** Those whose name, position, organisation or address holds every word, however it is written. */
export function searchPeople<P extends PersonName & { email?: string | null }>(
  people: readonly P[],
  q: string,
): P[] {
  const words = plain(q).split(/\s+/).filter(Boolean);
  return people.filter((person) => {
    const text = plain([person.name, person.position, person.organisation, person.email].join(' '));
    return words.every((word) => text.includes(word));
  });
}

/** Without capitals and accents: "Zoë" is found by "zoe". */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
