import { formatDate } from '@/lib/domain/dates';
import { ConflictError, RuleError } from '@/lib/domain/errors';
import type { FieldChange } from '@/lib/domain/field-change';
import type { Item, ItemWording } from '@/prisma/client/client';
import type { Change, Recording } from './change';
import { author } from './context';
import { recordTime } from './items';
import { toPlainDate } from './plain-date';

/** What a row of wording says, without when, by whom and why. */
type Words = Omit<
  ItemWording,
  'itemId' | 'number' | 'recordedAt' | 'authorId' | 'authorVersion' | 'reason'
>;

/**
 * The wording that stands.
 * @throws ConflictError for a form that was based on an older one, with what was saved since
 */
export async function demandLatestWording(
  by: Pick<Change, 'tx'>,
  item: Item,
  basedOn: number,
): Promise<ItemWording> {
  const latest = await by.tx.itemWording.findUniqueOrThrow({
    where: { itemId_number: { itemId: item.id, number: item.wordingNumber } },
    include: { author: true },
  });
  const { author: who, ...row } = latest;
  if (basedOn === item.wordingNumber) return row;
  const opened = await by.tx.itemWording.findUnique({
    where: { itemId_number: { itemId: item.id, number: basedOn } },
  });
  const before = new Map(opened && detailsInWords(opened));
  throw new ConflictError(item.wordingNumber, [
    {
      who: who?.name ?? 'The system',
      at: latest.recordedAt.toISOString(),
      what: 'Changed the details',
      details: detailsInWords(latest).flatMap(([label, value]) =>
        before.get(label) === value ? [] : [{ label, value }],
      ),
    },
  ]);
}

/** Every detail as people read it; what is empty is said to be. */
function detailsInWords(row: ItemWording): Array<[string, string]> {
  const day = (date: Date | null) => date && formatDate(toPlainDate(date));
  const details: Array<[string, string | null]> = [
    ['Short title', row.shortTitle],
    ['Description', row.text],
    ['Your reference', row.yourReference],
    ['Also involved', row.alsoInvolved],
    ['Area', row.area],
    ['Start date', day(row.startDate)],
    ['Funding source', row.fundingSource],
    ['Funded until', day(row.fundedUntil)],
    ['Success measure', row.successMeasure],
    ['Baseline', row.baseline],
    ['Target', row.target],
  ];
  return details.map(([label, value]) => [label, value ?? 'None']);
}

/**
 * Appends a wording in which some words differ, projects it on the item, and records the change.
 * What the patch does not name stays as it was.
 * @throws RuleError when nothing differs
 */
export async function appendWording(
  by: Recording,
  item: Item,
  before: ItemWording,
  patch: Partial<Words>,
  reason: string | null,
): Promise<void> {
  const text = (value: string | Date | null | undefined) =>
    value instanceof Date ? toPlainDate(value) : value;
  const changed = (Object.keys(patch) as Array<keyof Words>).filter(
    (field) => text(before[field]) !== text(patch[field]),
  );
  if (changed.length === 0) throw new RuleError({ '': 'Nothing was changed.' });
  const number = item.wordingNumber + 1;
  const recordedAt = await recordTime(by, item);
  const next = { ...before, ...patch };
  await by.append('itemWording', { ...next, number, recordedAt, ...author(by), reason });
  const { shortTitle, text: said, yourReference } = next;
  await by.project(item, { wordingNumber: number, shortTitle, text: said, yourReference });
  await by.record({
    kind: 'wording.changed',
    itemId: item.id,
    subjectNumber: number,
    recordedAt,
    reason,
    // The words themselves stand in the two rows of ItemWording.
    changes: changed.map((field): FieldChange => ({ field, from: null, to: null })),
  });
}
