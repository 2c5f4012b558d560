import { z } from 'zod';
import { NotFoundError } from '@/lib/domain/errors';
import {
  type RedactableTable,
  type RedactionSubject,
  readRedactionSubject,
  redactableOf,
  subjectCode,
} from '@/lib/domain/redaction';
import type { RedactableView } from '@/lib/domain/redaction-view';
import { Prisma } from '@/prisma/client/client';
import { type Context, demand } from './context';
import { findMeeting } from './find-meeting';
import { queryRows } from './query-rows';
import { readSubject } from './redaction-subject';

const ROW = z.object({ row: z.record(z.string(), z.unknown()) });

/** What is recorded around a meeting and stands in no history of its own. */
const TABLES: readonly RedactableTable[] = [
  'AttendanceVersion',
  'AttendanceEntry',
  'DeclarationOfInterest',
  'MeetingAction',
  'MeetingActionEvent',
  'Acknowledgement',
  'Decision',
  'PaperIssue',
  'PaperWithdrawal',
];

async function subjectsIn(
  { db }: Pick<Context, 'db'>,
  table: RedactableTable,
  meetingId: string,
): Promise<RedactionSubject[]> {
  const ofMeeting =
    table === 'MeetingActionEvent'
      ? Prisma.sql`t."actionId" IN (
          SELECT a.id FROM "MeetingAction" a WHERE a."meetingId" = ${meetingId}::uuid)`
      : Prisma.sql`t."meetingId" = ${meetingId}::uuid`;
  const rows = await queryRows(db, ROW)`
    SELECT to_jsonb(t) AS row FROM ${Prisma.raw(`"${table}"`)} t WHERE ${ofMeeting}`;
  const names = Object.keys(redactableOf(table).key);
  return rows.map(({ row }) =>
    readRedactionSubject(table, Object.fromEntries(names.map((name) => [name, row[name]]))),
  );
}

/**
 * What was typed around a meeting, each entry with its texts; what the reader may not see and
 * what has been redacted are left out.
 * @throws NotAllowedError, NotFoundError
 */
export async function listMeetingRedactables(
  context: Context,
  slug: string,
): Promise<RedactableView[]> {
  demand(context, 'redact');
  const { id } = await findMeeting(context, slug);
  const list: RedactableView[] = [];
  for (const table of TABLES) {
    for (const subject of await subjectsIn(context, table, id)) {
      try {
        const { place, fields } = await readSubject(context, subject);
        const { says: title } = redactableOf(table);
        if (fields.length > 0) list.push({ code: subjectCode(subject), title, place, fields });
      } catch (error) {
        if (!(error instanceof NotFoundError)) throw error;
      }
    }
  }
  return list;
}
