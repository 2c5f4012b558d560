import type { ItemKind } from './item';
import type { OrganisationName } from './view';

/** Of the open items that need an update before a meeting, which are in: "27 of 31 in". */

export interface ReturnItem {
  reference: string;
  kind: ItemKind;
  shortTitle: string;
  restricted: boolean;
  owner: { id: string; name: string } | null;
  lead: OrganisationName | null;
  /** When somebody last posted an update on it; null when nobody has. */
  lastUpdateAt: string | null;
  /** Whether the reader may post one. */
  mayPost: boolean;
}

/** What one owner answers for, for one lead organisation. */
export interface ReturnGroup {
  key: string;
  owner: ReturnItem['owner'];
  lead: ReturnItem['lead'];
  in: ReturnItem[];
  waiting: ReturnItem[];
}

/**
 * True when an update was posted since the meeting before.
 * @param since the end of its day; null where there was none, which is since the register began
 */
export function isIn(lastUpdateAt: string | null, since: Date | null): boolean {
  if (lastUpdateAt === null) return false;
  return since === null || new Date(lastUpdateAt) > since;
}

/** By owner and lead organisation: whom it waits for first, by name; what nobody owns last. */
export function returnGroups(items: readonly ReturnItem[], since: Date | null): ReturnGroup[] {
  const groups = new Map<string, ReturnGroup>();
  for (const item of items) {
    const { owner, lead } = item;
    const key = `${owner?.id ?? 'nobody'} ${lead?.id ?? 'none'}`;
    const group = groups.get(key) ?? { key, owner, lead, in: [], waiting: [] };
    group[isIn(item.lastUpdateAt, since) ? 'in' : 'waiting'].push(item);
    groups.set(key, group);
  }
  const name = ({ owner, lead }: ReturnGroup) =>
    `${owner?.name ?? '\uffff'} ${lead?.name ?? ''}`.toLocaleLowerCase('en-GB');
  return [...groups.values()].sort(
    (a, b) =>
      Number(a.waiting.length === 0) - Number(b.waiting.length === 0) ||
      name(a).localeCompare(name(b), 'en-GB'),
  );
}

/** 'Ada Example (2), Sam Hill (1) and 3 that nobody owns'; null when nothing is waited for. */
export function waitingFor(groups: readonly ReturnGroup[]): string | null {
  const counts = new Map<string, { name: string; count: number }>();
  let unowned = 0;
  for (const { owner, waiting } of groups) {
    if (!owner) unowned += waiting.length;
    else if (waiting.length > 0) {
      const count = (counts.get(owner.id)?.count ?? 0) + waiting.length;
      counts.set(owner.id, { name: owner.name, count });
    }
  }
  const names = [...counts.values()].map(({ name, count }) => `${name} (${count})`);
  if (unowned > 0) names.push(`${unowned} that nobody owns`);
  if (names.length === 0) return null;
  return [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ');
}
