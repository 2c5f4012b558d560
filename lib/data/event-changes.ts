import { formatDate } from '@/lib/domain/dates';
import { challengeWords, fieldLabel, fieldWords } from '@/lib/domain/event-fields';
import { type FieldChange, readFieldChanges } from '@/lib/domain/field-change';
import { LINK_STRENGTH_NAMES, type LinkStrength } from '@/lib/domain/item';
import { labelOf } from '@/lib/domain/redaction';
import type { HistoryEntry } from '@/lib/domain/view';
import type { AuditEvent, ItemWording, Redaction } from '@/prisma/client/client';
import type { Context } from './context';
import { type Names, namesIn } from './event-names';
import { toPlainDate } from './plain-date';
import { subjectOf } from './redaction-subject';

type Shown = HistoryEntry['changes'];
export type Told = Pick<
  AuditEvent,
  'kind' | 'changes' | 'recordedAt' | 'itemId' | 'personId' | 'subjectNumber'
> & { redaction: Redaction | null };

/** What a redaction replaced: all that is left of it is its hash. */
function redactionChanges(fields: readonly FieldChange[], of: Redaction): Shown {
  const { table } = subjectOf(of);
  return fields.map(({ field, from, to }) => ({
    label: labelOf(table, field),
    from: `SHA-256 ${from}`,
    to: String(to),
  }));
}

/** Several things, each of which has a name. */
function listed(field: string, value: readonly string[], names: Names, at: Date): string | null {
  const named = value.flatMap((one) => {
    const [first = '', second] = one.split(' ');
    if (field === 'challenges') {
      // What the reader may not see is not among them.
      return second && names.sees(second) ? [challengeWords(first, names.of(second, at))] : [];
    }
    const strength = second && LINK_STRENGTH_NAMES[second as LinkStrength]?.name.toLowerCase();
    return [strength ? `${names.of(first, at)} (${strength})` : names.of(first, at)];
  });
  return named.length > 0 ? named.join('; ') : null;
}

function show(field: string, value: FieldChange['to'], names: Names, at: Date): string | null {
  if (value === null) return null;
  if (Array.isArray(value) && (field === 'links' || field === 'challenges')) {
    return listed(field, value, names, at);
  }
  if (typeof value === 'string' && field.endsWith('Id')) return names.of(value, at);
  return fieldWords(field, value);
}

function wordingValue(row: ItemWording | undefined, field: string): string | null {
  const value = row?.[field as keyof ItemWording];
  if (value instanceof Date) return formatDate(toPlainDate(value));
  return value === null || value === undefined ? null : String(value);
}

/** Some rows by whose they are and their number. */
function numbered<Row extends { number: number }>(rows: readonly Row[], of: (row: Row) => string) {
  const found = new Map(rows.map((row) => [`${of(row)} ${row.number}`, row]));
  return (id: string | null, number: number) => found.get(`${id} ${number}`);
}

/** The numbers that some events name of each item, and those before: what stood, and what stands. */
function rowsNamed(events: readonly Told[]) {
  return events.flatMap(({ itemId, subjectNumber }) =>
    itemId && subjectNumber ? [{ itemId, number: { in: [subjectNumber - 1, subjectNumber] } }] : [],
  );
}

/**
 * What some events changed, from what to what, in words. Events hold no long words: those are read
 * from the rows they tell of, so that what was redacted there is redacted here.
 */
export async function readChanges(
  context: Context,
  events: readonly Told[],
): Promise<(event: Told) => Shown> {
  const { db } = context;
  const held = new Map(events.map((event) => [event, readFieldChanges(event)]));
  const changesOf = (event: Told) => held.get(event) ?? readFieldChanges(event);
  const touching = (field: string) =>
    events.filter((event) => changesOf(event).some((one) => one.field === field));
  const renamed = touching('name').filter(({ kind }) => kind === 'person.changed');
  const [names, updates, wordings, versions] = await Promise.all([
    namesIn(context, events.flatMap(changesOf)),
    db.statusUpdate.findMany({
      where: { OR: rowsNamed(touching('headline')) },
      select: { itemId: true, number: true, headline: true },
    }),
    db.itemWording.findMany({
      where: { OR: rowsNamed(events.filter(({ kind }) => kind === 'wording.changed')) },
    }),
    // No history of an item has any.
    renamed.length > 0
      ? db.personVersion.findMany({
          where: { personId: { in: renamed.flatMap(({ personId }) => personId ?? []) } },
        })
      : [],
  ]);
  const updateOf = numbered(updates, ({ itemId }) => itemId);
  const wordingOf = numbered(wordings, ({ itemId }) => itemId);

  const namesOf = ({ personId, recordedAt }: Told) => {
    const own = versions.filter((one) => one.personId === personId);
    const now = own.find((one) => one.recordedAt.getTime() === recordedAt.getTime());
    const before = own.find((one) => one.version === (now?.version ?? 0) - 1);
    return { from: before?.name ?? null, to: now?.name ?? null };
  };

  const changed = (event: Told, { field, from, to }: FieldChange): Shown[number] => {
    const label = fieldLabel(field);
    const { kind, itemId, recordedAt } = event;
    const number = event.subjectNumber ?? 0;
    if (kind === 'wording.changed') {
      return {
        label,
        from: wordingValue(wordingOf(itemId, number - 1), field),
        to: wordingValue(wordingOf(itemId, number), field),
      };
    }
    if (field === 'headline') {
      const [before, now] = [updateOf(itemId, number - 1), updateOf(itemId, number)];
      return { label, from: before?.headline ?? null, to: now?.headline ?? null };
    }
    if (kind === 'person.changed' && field === 'name') return { label, ...namesOf(event) };
    if (from === null && to === null) return { label, from: null, to: 'Changed' };
    return {
      label,
      from: show(field, from, names, recordedAt),
      to: show(field, to, names, recordedAt),
    };
  };

  return (event) =>
    event.redaction
      ? redactionChanges(changesOf(event), event.redaction)
      : changesOf(event).map((one) => changed(event, one));
}
