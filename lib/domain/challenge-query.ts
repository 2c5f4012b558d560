import { z } from 'zod';
import { many } from './address-query';
import { CHALLENGE_RULES } from './challenge';
import type { ChallengeLine } from './challenge-view';
import { ITEM_KINDS, KIND_NAMES } from './item';
import { NONE } from './register';
import type { ActiveFilter } from './register-links';
import type { FilterOption } from './view';

export const CHALLENGES_PATH = '/challenges';
/** Stands for the reader. */
export const MINE = 'mine';

const RULE_TITLES = new Map(CHALLENGE_RULES.map(({ name, title }) => [name, title]));

/** A rule in the words of the design. */
export function ruleTitle(rule: string): string {
  return RULE_TITLES.get(rule) ?? rule;
}

/** What an address of the list asks for; what it says wrongly is left out. */
export const challengeQuerySchema = z.object({
  rule: many(z.string().refine((name) => RULE_TITLES.has(name))),
  owner: many(z.union([z.uuid().toLowerCase(), z.enum([MINE, NONE])])),
  kind: many(z.enum(ITEM_KINDS)),
  acknowledged: many(z.enum(['no', 'yes'])),
});
export type ChallengeQuery = z.infer<typeof challengeQuerySchema>;
export type ChallengeFilter = keyof ChallengeQuery;

export const CHALLENGE_FILTERS = {
  rule: 'What does not add up',
  kind: 'Kind',
  acknowledged: 'Acknowledged',
  owner: 'Owner',
} as const satisfies Record<ChallengeFilter, string>;
const FILTERS = Object.keys(CHALLENGE_FILTERS) as ChallengeFilter[];

/** The address of the list, or of a page below it, with these filters. */
export function challengesAddress(
  query: Partial<Record<ChallengeFilter, readonly string[]>> = {},
  path = CHALLENGES_PATH,
): string {
  const search = new URLSearchParams();
  for (const filter of FILTERS)
    for (const value of query[filter] ?? []) search.append(filter, value);
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/** The values of a filter that a line answers to. */
function valuesOf(line: ChallengeLine, filter: ChallengeFilter, me: string | null): string[] {
  switch (filter) {
    case 'rule':
      return [line.rule];
    case 'kind':
      return [line.kind];
    case 'acknowledged':
      return [line.acknowledged ? 'yes' : 'no'];
    case 'owner':
      if (!line.owner) return [NONE];
      return line.owner.id === me ? [line.owner.id, MINE] : [line.owner.id];
  }
}

function keeps(
  line: ChallengeLine,
  query: ChallengeQuery,
  me: string | null,
  but?: ChallengeFilter,
): boolean {
  return FILTERS.every((filter) => {
    const wanted: readonly string[] = query[filter];
    if (filter === but || wanted.length === 0) return true;
    return valuesOf(line, filter, me).some((value) => wanted.includes(value));
  });
}

/** The lines an address asks for. @param me the reader's id */
export function narrow(
  lines: readonly ChallengeLine[],
  query: ChallengeQuery,
  me: string | null,
): ChallengeLine[] {
  return lines.filter((line) => keeps(line, query, me));
}

/** What can be chosen, and how it reads. */
function choices(lines: readonly ChallengeLine[]): Record<ChallengeFilter, [string, string][]> {
  const rules = new Set(lines.map(({ rule }) => rule));
  const owners = new Map(lines.flatMap(({ owner }) => (owner ? [[owner.id, owner.name]] : [])));
  return {
    rule: CHALLENGE_RULES.filter(({ name }) => rules.has(name)).map(({ name, title }) => [
      name,
      title,
    ]),
    kind: ITEM_KINDS.map((kind) => [kind, KIND_NAMES[kind].many]),
    acknowledged: [
      ['no', 'Not acknowledged'],
      ['yes', 'Acknowledged'],
    ],
    owner: [
      [MINE, 'Mine'],
      [NONE, 'No owner'],
      ...[...owners].sort(([, a = ''], [, b = '']) => a.localeCompare(b)),
    ] as [string, string][],
  };
}

/** The options of each filter; a count is what it would leave, the other filters kept. */
export function challengeOptions(
  lines: readonly ChallengeLine[],
  query: ChallengeQuery,
  me: string | null,
): Record<ChallengeFilter, FilterOption[]> {
  const all = choices(lines);
  const options = (filter: ChallengeFilter) => {
    const kept = lines.filter((line) => keeps(line, query, me, filter));
    const chosen: readonly string[] = query[filter];
    return all[filter].map(([value, label]) => ({
      value,
      label,
      count: kept.filter((line) => valuesOf(line, filter, me).includes(value)).length,
      selected: chosen.includes(value),
    }));
  };
  return {
    rule: options('rule'),
    kind: options('kind'),
    acknowledged: options('acknowledged'),
    owner: options('owner'),
  };
}

/** The filters that are on, and where each is taken away. */
export function activeChallengeFilters(
  lines: readonly ChallengeLine[],
  query: ChallengeQuery,
): ActiveFilter[] {
  const all = choices(lines);
  return FILTERS.flatMap((filter) => {
    const chosen: readonly string[] = query[filter];
    return chosen.map((value) => ({
      group: CHALLENGE_FILTERS[filter],
      label:
        all[filter].find(([one]) => one === value)?.[1] ??
        (filter === 'rule' ? ruleTitle(value) : 'not in this list'),
      removeHref: challengesAddress({
        ...query,
        [filter]: chosen.filter((one) => one !== value),
      }),
    }));
  });
}

/** '14 challenges, 3 acknowledged' */
export function challengeCount(lines: readonly ChallengeLine[]): string {
  const acknowledged = lines.filter((line) => line.acknowledged).length;
  const all = lines.length === 1 ? '1 challenge' : `${lines.length} challenges`;
  return acknowledged > 0 ? `${all}, ${acknowledged} acknowledged` : all;
}

/** The lines under their rules, in the order of the list. */
export function byRule(
  lines: readonly ChallengeLine[],
): Array<{ rule: string; title: string; lines: ChallengeLine[] }> {
  return CHALLENGE_RULES.flatMap(({ name, title }) => {
    const those = lines.filter((line) => line.rule === name);
    return those.length > 0 ? [{ rule: name, title, lines: those }] : [];
  });
}
