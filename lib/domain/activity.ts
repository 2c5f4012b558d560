import { z } from 'zod';
import { addressDay, addressPage, addressWords, daysInOrder, one } from './address-query';
import type { Author } from './author';
import { formatDate } from './dates';
import {
  EVENT_GROUP_NAMES,
  EVENT_GROUPS,
  EVENT_TITLES,
  type EventGroup,
  kindsOf,
} from './event-kinds';
import type { ActiveFilter } from './register-links';
import type { HistoryEntry } from './view';

export const ACTIVITY_PATH = '/activity';
export const ACTIVITY_CSV_PATH = `${ACTIVITY_PATH}/csv`;
/** For administrators. */
export const SECURITY_PATH = `${ACTIVITY_PATH}/security`;
export const SECURITY_CSV_PATH = `${SECURITY_PATH}/csv`;
export const ACTIVITY_PAGE_SIZE = 50;
/** Stands for what nobody did: the seed, an operator's command. */
export const SYSTEM = 'system';

const isGroup = (text: string): text is EventGroup =>
  EVENT_GROUP_NAMES.some((name) => name === text);

export const addressPerson = one(
  z.union([z.uuid().toLowerCase(), z.literal(SYSTEM), z.literal('')]).catch(''),
);

/** What an address of the list asks for; what it says wrongly is left out. */
export const activityQuerySchema = z
  .object({
    person: addressPerson,
    /** A kind of event, or a group of them. */
    kind: one(
      z
        .string()
        .refine((text) => isGroup(text) || Object.hasOwn(EVENT_TITLES, text))
        .catch(''),
    ),
    /** A reference, or words of a title or name. */
    subject: addressWords,
    from: addressDay,
    to: addressDay,
    page: addressPage,
  })
  .transform(daysInOrder);
export type ActivityQuery = z.infer<typeof activityQuerySchema>;

/** The kinds of event that are asked for; null for all. */
export function askedKinds({ kind }: Pick<ActivityQuery, 'kind'>): string[] | null {
  if (!kind) return null;
  return isGroup(kind) ? kindsOf(kind) : [kind];
}

/** The names of the filters that are on. */
export function filtersOn(query: Readonly<Record<string, string | number>>): string[] {
  return Object.entries(query).flatMap(([name, value]) =>
    name === 'page' || value === '' ? [] : [name],
  );
}

/** The address of a list with some of its filters; those that are empty are left out. */
export function listAddress(
  path: string,
  query: Readonly<Record<string, string | number>>,
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== '' && !(name === 'page' && value === 1)) search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

export interface ActivityRow {
  /** Its number, as text: it can be larger than a number holds. */
  seq: string;
  at: string;
  /** By the name they had then; null is the system. */
  author: Author | null;
  title: string;
  /** What it is about, as it is called now, and where that is read. */
  subject: { label: string; href: string | null } | null;
  changes: HistoryEntry['changes'];
  reason: string | null;
  /** The spreadsheet it came with. */
  through: HistoryEntry['through'];
}

export interface ActivityView {
  query: ActivityQuery;
  rows: ActivityRow[];
  total: number;
  page: number;
  pages: number;
  /** Everybody who may have done something, by name. */
  people: Array<{ id: string; name: string }>;
  maySeeSecurity: boolean;
}

/** '1,204 events', '3 events match' */
export function activityCount(total: number, filtered: boolean): string {
  const all = total === 1 ? '1 event' : `${total.toLocaleString('en-GB')} events`;
  if (!filtered) return all;
  return `${all} ${total === 1 ? 'matches' : 'match'}`;
}

/** What a choice of kinds is called. */
function kindLabel(kind: string): string {
  return isGroup(kind) ? EVENT_GROUPS[kind].label : (EVENT_TITLES[kind] ?? kind);
}

/** The filters that are on, and where each is taken away. */
export function activeActivityFilters({
  query,
  people,
}: Pick<ActivityView, 'query' | 'people'>): ActiveFilter[] {
  const { person, kind, subject, from, to } = query;
  const who =
    person === SYSTEM
      ? 'The system'
      : (people.find(({ id }) => id === person)?.name ?? 'not in this list');
  const on: Array<[keyof ActivityQuery, string, string]> = [
    ['person', 'Who', person && who],
    ['kind', 'What', kind && kindLabel(kind)],
    ['subject', 'Subject', subject],
    ['from', 'From', from && formatDate(from)],
    ['to', 'To', to && formatDate(to)],
  ];
  return on
    .filter(([, , label]) => label !== '')
    .map(([name, group, label]) => ({
      group,
      label,
      removeHref: listAddress(ACTIVITY_PATH, { ...query, page: 1, [name]: '' }),
    }));
}
