import { createHash } from 'node:crypto';
import type { PaperFacts } from '@/lib/domain/paper-facts';
import {
  type DraftParagraph,
  draftParagraphs,
  figuresOf,
  firstFrame,
  type PaperFrame,
  printedNumbers,
  readFrame,
} from '@/lib/domain/paper-frame';
import type { Meeting, PaperVersion } from '@/prisma/client/client';
import type { Context } from './context';
import type { Transaction } from './database';
import { MEETING_ROW } from './find-meeting';
import { generatedParagraphs } from './paper';
import { lastIssueBefore } from './papers-view';
import { queryRows } from './query-rows';
import { type Moment, meetings, recordedBy } from './record';

type Reader = Moment & { db: Pick<Transaction, '$queryRaw' | 'paperVersion'> };

/** A frame as it stands, and the row it comes from. */
export interface StandingFrame {
  frame: PaperFrame;
  /** Null while nobody has touched the paper of this meeting. */
  latest: PaperVersion | null;
  /** The meeting whose frame it starts from, while nobody has. */
  startsFrom: Meeting | null;
}

/** The frame that the paper of a meeting starts from: of the latest earlier one that has any. */
export async function startingFrame(
  { db, ...moment }: Reader,
  meeting: Pick<Meeting, 'date' | 'startsAt'>,
): Promise<Pick<StandingFrame, 'frame' | 'startsFrom'>> {
  const [before] = await queryRows(db, MEETING_ROW)`
    SELECT m.* FROM ${meetings(moment)} m
    WHERE NOT m.cancelled
      AND (m.date, m."startsAt") < (${meeting.date}::date, ${meeting.startsAt})
      AND EXISTS (
        SELECT 1 FROM "PaperVersion" p
        WHERE p."meetingId" = m.id AND p."recordedAt" <= ${moment.now}
      )
    ORDER BY m.date DESC, m."startsAt" DESC LIMIT 1`;
  if (!before) return { frame: firstFrame(null), startsFrom: null };
  const row = await db.paperVersion.findFirstOrThrow({
    where: { meetingId: before.id, recordedAt: { lte: moment.now } },
    orderBy: { number: 'desc' },
  });
  return { frame: firstFrame(readFrame(row)), startsFrom: before };
}

/** What officers have made of the paper of a meeting so far. */
export async function standingFrame(reader: Reader, meeting: Meeting): Promise<StandingFrame> {
  const latest = await reader.db.paperVersion.findFirst({
    where: { meetingId: meeting.id, ...recordedBy(reader) },
    orderBy: { number: 'desc' },
  });
  if (latest) return { frame: readFrame(latest), latest, startsFrom: null };
  return { ...(await startingFrame(reader, meeting)), latest };
}

export interface WrittenDraft extends StandingFrame {
  paragraphs: DraftParagraph[];
  /** '2.3', by key. */
  numbers: Map<string, string>;
  facts: PaperFacts;
}

/** A draft with what the register's figures make of it now. */
export async function writtenDraft(context: Context, meeting: Meeting): Promise<WrittenDraft> {
  const standing = await standingFrame(context, meeting);
  const since = await lastIssueBefore(context, meeting);
  const { generated, facts } = await generatedParagraphs(context, meeting, since, standing.frame);
  const paragraphs = draftParagraphs(standing.frame, generated);
  return { ...standing, paragraphs, numbers: printedNumbers(paragraphs), facts };
}

/** Tells whether what is generated is what somebody saw when they opened a form. */
export function seenMark(generated: string | null): string | null {
  return generated && createHash('sha256').update(figuresOf(generated)).digest('hex').slice(0, 20);
}
