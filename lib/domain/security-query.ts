import { z } from 'zod';
import { addressPerson, listAddress, SECURITY_PATH, SYSTEM } from './activity';
import { addressDay, addressPage, daysInOrder, one } from './address-query';
import { formatDate, londonDay, londonTime } from './dates';
import type { ActiveFilter } from './register-links';
import { SECURITY_EVENT_KINDS, SECURITY_EVENTS, type SecurityEventRow } from './security-event';

export const SECURITY_PAGE_SIZE = 50;

/** What an address of the list asks for; what it says wrongly is left out. */
export const securityQuerySchema = z
  .object({
    /** Whose account; 'system' for events of nobody's. */
    person: addressPerson,
    kind: one(z.union([z.enum(SECURITY_EVENT_KINDS), z.literal('')]).catch('')),
    from: addressDay,
    to: addressDay,
    page: addressPage,
  })
  .transform(daysInOrder);
export type SecurityQuery = z.infer<typeof securityQuerySchema>;

export interface SecurityView {
  query: SecurityQuery;
  rows: SecurityEventRow[];
  total: number;
  page: number;
  pages: number;
  people: Array<{ id: string; name: string }>;
  /** How long they are kept. */
  months: number;
}

/** The filters that are on, and where each is taken away. */
export function activeSecurityFilters({
  query,
  people,
}: Pick<SecurityView, 'query' | 'people'>): ActiveFilter[] {
  const { person, kind, from, to } = query;
  const name =
    person === SYSTEM
      ? 'No account'
      : (people.find(({ id }) => id === person)?.name ?? 'not in this list');
  const on: Array<[keyof SecurityQuery, string, string]> = [
    ['person', 'Whose account', person && name],
    ['kind', 'What', kind && SECURITY_EVENTS[kind]],
    ['from', 'From', from && formatDate(from)],
    ['to', 'To', to && formatDate(to)],
  ];
  return on
    .filter(([, , label]) => label !== '')
    .map(([filter, group, label]) => ({
      group,
      label,
      removeHref: listAddress(SECURITY_PATH, { ...query, page: 1, [filter]: '' }),
    }));
}

export const SECURITY_COLUMNS = [
  'Date',
  'Time in London',
  'What',
  'Whose account',
  'By whom',
  'Detail',
  'Network address',
  'Browser',
] as const;

/** An event as a record of a file. */
export function securityRecord(row: SecurityEventRow): Array<string | null> {
  const { at, title, person, by, detail, address, agent } = row;
  const instant = new Date(at);
  return [
    londonDay(instant),
    londonTime(instant),
    title,
    person?.name ?? null,
    by?.name ?? null,
    detail,
    address,
    agent,
  ];
}
