import { z } from 'zod';
import type { PlainDate } from './dates';
import { ITEM_KINDS, type ItemKind, type Outcome } from './item';
import { FLAGS, type Flag, MOVEMENTS, type Movement } from './movement';
import type { RagStatus } from './rag';

export interface MovementRow {
  reference: string;
  kind: ItemKind;
  shortTitle: string;
  restricted: boolean;
  owner: string | null;
  /** Null where it was not there yet, or was closed otherwise than as complete. */
  before: RagStatus | null;
  /** Null where it is closed otherwise than as complete. */
  after: RagStatus | null;
  outcome: Outcome | null;
  headline: string | null;
  movement: Movement;
  flags: Flag[];
}

/** One end of the comparison: the end of a day, of a meeting's day, or now. */
export interface MomentView {
  day: PlainDate;
  meeting: { slug: string; date: PlainDate } | null;
  now: boolean;
}

export interface MovementView {
  from: MomentView;
  to: MomentView;
  /** Whatever the filters say. */
  counts: Record<Movement, Record<ItemKind, number>>;
  noMovement: number;
  /** What matches, by movement in its order, then by reference. */
  rows: MovementRow[];
  total: number;
}

const some = <T extends string>(values: readonly [T, ...T[]]) =>
  z
    .preprocess((value) => [value ?? []].flat(), z.array(z.unknown()))
    .transform((all) => values.filter((value) => all.includes(value)));

/** What an address of a movement page asks for; what it says wrongly is left out. */
export const movementQuerySchema = z.object({
  kind: some(ITEM_KINDS),
  movement: some(MOVEMENTS),
  flag: some(FLAGS),
});
export type MovementQuery = z.infer<typeof movementQuerySchema>;

/** The address of a movement page; what is left open is left out. */
export function movementAddress(
  path: string,
  asked: { from: string; to: string },
  query?: MovementQuery,
): string {
  const search = new URLSearchParams();
  if (asked.from) search.set('from', asked.from);
  if (asked.to) search.set('to', asked.to);
  for (const name of ['kind', 'movement', 'flag'] as const) {
    for (const value of query?.[name] ?? []) search.append(name, value);
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/** Whether a row is asked for: any of each group that says anything. */
export function matchesMovement(
  row: Pick<MovementRow, 'kind' | 'movement' | 'flags'>,
  { kind, movement, flag }: MovementQuery,
): boolean {
  return (
    (kind.length === 0 || kind.includes(row.kind)) &&
    (movement.length === 0 || movement.includes(row.movement)) &&
    (flag.length === 0 || flag.some((one) => row.flags.includes(one)))
  );
}

/** An item's RAG at the end of each of the last meetings, oldest first. */
export interface RagAtMeeting {
  slug: string;
  date: PlainDate;
  /** Null: it was not there yet, or in no count by RAG. */
  rag: RagStatus | null;
}
