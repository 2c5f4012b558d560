import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  ANSWER_NAMES,
  ATTENDANCE_ANSWERS,
  type RecordAttendance,
  refuseAttendance,
} from '@/lib/domain/attendance';
import { londonDay } from '@/lib/domain/dates';
import { ConflictError, RuleError } from '@/lib/domain/errors';
import type { Prisma } from '@/prisma/client/client';
import { itemsSeen, latestAttendance } from './attendance-view';
import { type Change, change } from './change';
import { author, type Context, demand } from './context';
import { findMeeting } from './find-meeting';
import { lock } from './lock';
import { membersOn } from './membership-view';
import { toPlainDate } from './plain-date';
import { queryRows } from './query-rows';
import { visibleItem } from './visibility';

const NAMED_ITEM = z.object({ id: z.string(), reference: z.string() });

type Latest = NonNullable<Awaited<ReturnType<typeof latestAttendance>>>;
type EntryRow = Omit<Prisma.AttendanceEntryCreateManyInput, 'meetingId' | 'number'>;
type DeclarationRow = Omit<Prisma.DeclarationOfInterestCreateManyInput, 'meetingId' | 'number'>;

/** Refuses a form that was based on an older version. @throws ConflictError with what was saved since */
async function demandLatest({ tx }: Change, meetingId: string, now: number, basedOn: number) {
  if (basedOn === now) return;
  const versions = await tx.attendanceVersion.findMany({
    where: { meetingId, number: { gt: basedOn } },
    orderBy: { number: 'asc' },
    include: { author: true, entries: { include: { person: true } } },
  });
  throw new ConflictError(
    now,
    versions.map((version) => ({
      who: version.author?.name ?? 'The system',
      at: version.recordedAt.toISOString(),
      what: 'Recorded attendance',
      details: [
        ...ATTENDANCE_ANSWERS.map((answer) => ({
          label: ANSWER_NAMES[answer],
          value:
            version.entries
              .filter((entry) => entry.answer === answer)
              .map(({ person }) => person.name)
              .join('\n') || 'Nobody',
        })),
        { label: 'Others present', value: version.othersPresent ?? 'Nobody' },
      ],
    })),
  );
}

/** The current version of each person named. @throws RuleError at the field of one there is not */
async function versionsOf(
  { tx }: Change,
  named: ReadonlyArray<{ id: string; field: string }>,
): Promise<Map<string, number>> {
  const people = await tx.person.findMany({
    where: { id: { in: named.map(({ id }) => id) } },
    select: { id: true, version: true },
  });
  const versions = new Map(people.map(({ id, version }) => [id, version]));
  const missing = named.find(({ id }) => !versions.has(id));
  if (missing) throw new RuleError({ [missing.field]: 'Choose one from the list' });
  return versions;
}

/** What is recorded of members. @throws RuleError for somebody who was none on that day */
async function entriesOf(
  by: Change,
  form: RecordAttendance,
  day: string,
  latest: Latest | null,
): Promise<EntryRow[]> {
  const capacities = new Map([
    ...(latest?.entries ?? []).map(({ personId, capacity }) => [personId, capacity] as const),
    ...(await membersOn({ ...by, db: by.tx }, day)).map(
      ({ id, capacity }) => [id, capacity] as const,
    ),
  ]);
  const said = form.entries.map((entry, index) => ({ ...entry, index }));
  const versions = await versionsOf(
    by,
    said.map(({ personId, index }) => ({ id: personId, field: `entries[${index}].answer` })),
  );
  const rows = new Map<string, EntryRow>();
  for (const { personId, answer, deputy = null, index } of said) {
    const capacity = capacities.get(personId);
    if (!capacity) {
      throw new RuleError({
        [`entries[${index}].answer`]: 'They were no member of the board on that day',
      });
    }
    const personVersion = versions.get(personId) ?? 1;
    if (answer) rows.set(personId, { personId, personVersion, capacity, answer, deputy });
  }
  return [...rows.values()];
}

/**
 * What was declared. A declaration about something the writer may not see is not in their form: it
 * stays as it is. @throws RuleError
 */
async function declarationsOf(
  by: Change,
  form: RecordAttendance,
  latest: Latest | null,
): Promise<DeclarationRow[]> {
  const before = latest?.declarations ?? [];
  const seen = await itemsSeen({ ...by, db: by.tx }, before);
  const kept = before.filter(({ itemIds }) => itemIds.some((id) => !seen.has(id)));
  const keptIds = new Set(kept.map(({ id }) => id));
  const known = new Set(before.map(({ id }) => id));
  const said = form.declarations.flatMap(({ id, personId, words, references }, index) =>
    personId && words && !(id && keptIds.has(id))
      ? [{ id, personId, words, references, index }]
      : [],
  );
  const versions = await versionsOf(
    by,
    said.map(({ personId, index }) => ({
      id: personId,
      field: `declarations[${index}].personId`,
    })),
  );
  const wanted = said.flatMap(({ references }) => references);
  const items = await queryRows(by.tx, NAMED_ITEM)`
    SELECT i.id, i.reference FROM "Item" i
    WHERE i.reference = ANY(${wanted}) AND ${visibleItem(by.actor)}`;
  const idOf = new Map(items.map(({ id, reference }) => [reference, id]));
  const own = said.map(({ id, personId, words, references, index }) => {
    const missing = references.find((reference) => !idOf.has(reference));
    if (missing) {
      throw new RuleError({ [`declarations[${index}].references`]: `There is no ${missing}` });
    }
    return {
      id: id && known.has(id) ? id : randomUUID(),
      personId,
      personVersion: versions.get(personId) ?? 1,
      words,
      itemIds: [...new Set(references.flatMap((reference) => idOf.get(reference) ?? []))],
    };
  });
  return [...kept, ...own].map(({ id, personId, personVersion, words, itemIds }, ordinal) => ({
    id,
    ordinal,
    personId,
    personVersion,
    words,
    itemIds,
  }));
}

/** Everything a version says, in one order, to tell whether a form says anything new. */
function gist(
  entries: ReadonlyArray<Pick<EntryRow, 'personId' | 'answer' | 'deputy'>>,
  othersPresent: string | null,
  declarations: ReadonlyArray<Pick<DeclarationRow, 'personId' | 'words' | 'itemIds'>>,
): string {
  return JSON.stringify([
    entries.map(({ personId, answer, deputy }) => [personId, answer, deputy ?? null].join()).sort(),
    othersPresent,
    declarations.map(({ personId, words, itemIds }) => [personId, words, itemIds]),
  ]);
}

/**
 * Records who came to a meeting, who sent apologies, and what interests were declared.
 * @throws NotFoundError, NotAllowedError, ConflictError, RuleError
 */
export function recordAttendance(
  context: Context,
  slug: string,
  form: RecordAttendance,
): Promise<void> {
  return change(
    context,
    { action: 'recordAttendance', subject: slug, form },
    async (by) => {
      demand(context, 'manageMeetings');
      await lock(by.tx, 'meetings');
      const reader = { ...by, db: by.tx };
      const meeting = await findMeeting(reader, slug);
      if (meeting.cancelled) throw new RuleError({ '': 'This meeting is cancelled' });
      const latest = await latestAttendance(reader, meeting.id);
      await demandLatest(by, meeting.id, latest?.number ?? 0, form.basedOn);
      const date = toPlainDate(meeting.date);
      const refused = refuseAttendance(form, date, londonDay(by.now));
      if (refused) throw new RuleError(refused);
      const entries = await entriesOf(by, form, date, latest);
      const declarations = await declarationsOf(by, form, latest);
      const othersPresent = form.othersPresent ?? null;
      const before = latest
        ? gist(latest.entries, latest.othersPresent, latest.declarations)
        : gist([], null, []);
      if (gist(entries, othersPresent, declarations) === before) {
        throw new RuleError({ '': 'Nothing has changed yet' });
      }
      const version = { meetingId: meeting.id, number: (latest?.number ?? 0) + 1 };
      await by.tx.attendanceVersion.create({
        data: { ...version, recordedAt: by.now, ...author(by), othersPresent },
      });
      await by.tx.attendanceEntry.createMany({
        data: entries.map((row) => ({ ...version, ...row })),
      });
      await by.tx.declarationOfInterest.createMany({
        data: declarations.map((row) => ({ ...version, ...row })),
      });
      await by.record({
        kind: 'meeting.attendance',
        meetingId: meeting.id,
        subjectNumber: version.number,
      });
    },
    () => undefined,
  );
}
