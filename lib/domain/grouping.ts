import { z } from 'zod';
import { basedOn, requiredLine, requiredText, submission } from './fields';
import type { GroupingKind } from './item';

/** The groupings a board makes its own. The parts are those of the review. */
export const OWN_GROUPING_KINDS = [
  'theme',
  'key_area',
  'strategy_priority',
  'objective',
] as const satisfies GroupingKind[];
export type OwnGroupingKind = (typeof OWN_GROUPING_KINDS)[number];

export const GROUPING_NAMES: Record<GroupingKind, { one: string; many: string; path: string }> = {
  theme: { one: 'Theme', many: 'Themes', path: 'themes' },
  key_area: { one: 'Key area', many: 'Key areas', path: 'key-areas' },
  strategy_priority: {
    one: 'Strategy priority',
    many: 'Strategy priorities',
    path: 'strategy-priorities',
  },
  objective: { one: 'Local objective', many: 'Local objectives', path: 'objectives' },
  part: { one: 'Part', many: 'Parts', path: 'parts' },
};

/** Where a grouping's page is: '/groupings/themes/housing'. */
export function groupingPath({ kind, code }: { kind: GroupingKind; code: string }): string {
  return `/groupings/${GROUPING_NAMES[kind].path}/${encodeURIComponent(code.toLowerCase())}`;
}

/** The kind a part of an address names: 'key-areas' → 'key_area'. */
export function groupingKindAt(path: string): OwnGroupingKind | undefined {
  return OWN_GROUPING_KINDS.find((kind) => GROUPING_NAMES[kind].path === path);
}

/** How a grouping reads: key areas carry their letter. */
export function groupingLabel(grouping: { kind: GroupingKind; code: string; name: string }) {
  return grouping.kind === 'key_area' ? `${grouping.code}. ${grouping.name}` : grouping.name;
}

const name = requiredLine('Enter a name', 300);

export const addGroupingSchema = submission.extend({
  kind: z.enum(OWN_GROUPING_KINDS, 'Choose what it is'),
  name,
});
export type AddGrouping = z.infer<typeof addGroupingSchema>;

export const renameGroupingSchema = basedOn.extend({
  name,
  reason: requiredText('Say why it is renamed', 500),
});
export type RenameGrouping = z.infer<typeof renameGroupingSchema>;

/** Retiring one, or taking it up again. */
export const retireGroupingSchema = basedOn.extend({ reason: requiredText('Say why', 500) });
export type RetireGrouping = z.infer<typeof retireGroupingSchema>;

/** 'Mental health & housing' → 'mental-health-housing'. */
function slug(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '');
  return plain || 'theme';
}

function numbered(letters: string, taken: readonly string[]): string {
  const numbers = taken.map((code) => Number(code.replace(/^[A-Z]+/, '')) || 0);
  return `${letters}${Math.max(0, ...numbers) + 1}`;
}

/**
 * The code of a new grouping, for good: a theme's from its name, a key area's the next letter, the
 * next number for the others. Undefined when the letters are used up.
 * @param taken the codes of its kind, retired ones included
 */
export function nextCode(
  kind: OwnGroupingKind,
  title: string,
  taken: readonly string[],
): string | undefined {
  switch (kind) {
    case 'theme': {
      const base = slug(title);
      let code = base;
      for (let number = 2; taken.includes(code); number += 1) code = `${base}-${number}`;
      return code;
    }
    case 'key_area':
      return [...'abcdefghijklmnopqrstuvwxyz'].find((letter) => !taken.includes(letter));
    case 'strategy_priority':
      return numbered('SP', taken);
    case 'objective':
      return numbered('O', taken);
  }
}
