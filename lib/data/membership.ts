import { formatDate } from '@/lib/domain/dates';
import { ConflictError, RuleError } from '@/lib/domain/errors';
import type { FieldChange } from '@/lib/domain/field-change';
import { CAPACITY_NAMES, type SetMembership } from '@/lib/domain/membership';
import type { BoardMembership, PersonVersion } from '@/prisma/client/client';
import { change } from './change';
import { author, type Context, demand } from './context';
import { lock } from './lock';
import { toColumn, toPlainDate } from './plain-date';

const FIELDS = ['capacity', 'from', 'until', 'removed'] as const;
type State = Pick<BoardMembership, (typeof FIELDS)[number]>;
const plain = (value: State[(typeof FIELDS)[number]]) =>
  value instanceof Date ? toPlainDate(value) : value;

function conflict(
  rows: ReadonlyArray<BoardMembership & { author: PersonVersion | null }>,
): ConflictError {
  const day = (date: Date | null) => (date ? formatDate(toPlainDate(date)) : 'None');
  return new ConflictError(
    rows.at(-1)?.number ?? 0,
    rows.map((row) => ({
      who: row.author?.name ?? 'The system',
      at: row.recordedAt.toISOString(),
      what: row.removed ? 'Took them off the board' : 'Set their seat on the board',
      details: [
        { label: 'As', value: CAPACITY_NAMES[row.capacity] },
        { label: 'From', value: day(row.from) },
        { label: 'Last day', value: day(row.until) },
      ],
    })),
  );
}

/**
 * Says that somebody sits on the board, as what, from when, and until when. They need not be able
 * to sign in.
 * @throws NotAllowedError, ConflictError, RuleError
 */
export function setMembership(context: Context, form: SetMembership): Promise<void> {
  return change(
    context,
    { action: 'setMembership', form },
    async (by) => {
      demand(context, 'manageMeetings');
      await lock(by.tx, `membership ${form.personId}`);
      const person = await by.tx.person.findUnique({ where: { id: form.personId } });
      if (!person) throw new RuleError({ personId: 'Choose a person' });
      const rows = await by.tx.boardMembership.findMany({
        where: { personId: person.id },
        orderBy: { number: 'asc' },
        include: { author: true },
      });
      const now = rows.at(-1);
      if (form.basedOn !== (now?.number ?? 0)) {
        throw conflict(rows.filter(({ number }) => number > form.basedOn));
      }
      const next: State = {
        capacity: form.capacity,
        from: toColumn(form.from),
        until: toColumn(form.until ?? null),
        removed: form.removed,
      };
      if (next.removed && !now) throw new RuleError({ removed: 'They are not on the board' });
      const changes = FIELDS.flatMap((field): FieldChange[] => {
        const [from, to] = [now ? plain(now[field]) : null, plain(next[field])];
        return from === to ? [] : [{ field, from, to }];
      });
      if (changes.length === 0) throw new RuleError({ '': 'Nothing has changed yet' });
      const number = (now?.number ?? 0) + 1;
      await by.tx.boardMembership.create({
        data: { personId: person.id, number, recordedAt: by.now, ...author(by), ...next },
      });
      await by.record({
        kind: 'membership.set',
        personId: person.id,
        subjectNumber: number,
        changes,
      });
    },
    () => undefined,
  );
}
