import { formatDate } from '@/lib/domain/dates';
import { ConflictError, RuleError } from '@/lib/domain/errors';
import {
  type AgreeMinutes,
  type MinutesSection,
  minutesTitle,
  readSections,
  type SaveMinutes,
} from '@/lib/domain/minutes';
import type { Meeting, MinutesVersion, Prisma } from '@/prisma/client/client';
import { getBoard } from './board';
import { type Change, change } from './change';
import { author, type Context, demand } from './context';
import { findMeeting, meetingsBeside } from './find-meeting';
import { lock } from './lock';
import { hasBegun } from './minutes-draft';
import { toPlainDate } from './plain-date';

/** Refuses a form that was based on an older version. @throws ConflictError with what was saved since */
async function demandLatest({ tx }: Change, meetingId: string, now: number, basedOn: number) {
  if (basedOn === now) return;
  const versions = await tx.minutesVersion.findMany({
    where: { meetingId, number: { gt: basedOn } },
    orderBy: { number: 'asc' },
    include: { author: true, agreedAt: true },
  });
  throw new ConflictError(
    now,
    versions.map((version) => ({
      who: version.author?.name ?? 'The system',
      at: version.recordedAt.toISOString(),
      what: version.agreedAt ? 'Recorded that they were agreed' : 'Changed the minutes',
      details: version.agreedAt
        ? [{ label: 'Agreed at', value: formatDate(toPlainDate(version.agreedAt.date)) }]
        : readSections(version).map(({ heading, words }) => ({
            label: heading,
            value: words,
          })),
    })),
  );
}

/** One change to the minutes of one meeting, from the lock to the audit event. */
function onMinutes(
  context: Context,
  slug: string,
  form: { submissionId: string; basedOn: number },
  kind: 'saved' | 'agreed',
  next: (
    by: Change,
    meeting: Meeting,
    latest: MinutesVersion | null,
  ) => Promise<
    Pick<Prisma.MinutesVersionUncheckedCreateInput, 'title' | 'sections' | 'agreedAtId'>
  >,
): Promise<void> {
  return change(
    context,
    { action: `minutes.${kind}`, subject: slug, form },
    async (by) => {
      demand(context, 'manageMeetings');
      await lock(by.tx, 'meetings');
      const meeting = await findMeeting({ ...by, db: by.tx }, slug);
      if (meeting.cancelled) throw new RuleError({ '': 'This meeting is cancelled' });
      const latest = await by.tx.minutesVersion.findFirst({
        where: { meetingId: meeting.id },
        orderBy: { number: 'desc' },
      });
      await demandLatest(by, meeting.id, latest?.number ?? 0, form.basedOn);
      if (latest?.agreedAtId) {
        throw new RuleError({ '': 'These minutes were agreed: their words stay as they are' });
      }
      const number = (latest?.number ?? 0) + 1;
      await by.tx.minutesVersion.create({
        data: {
          ...(await next(by, meeting, latest)),
          meetingId: meeting.id,
          number,
          recordedAt: by.now,
          ...author(by),
        },
      });
      await by.record({ kind: `minutes.${kind}`, meetingId: meeting.id, subjectNumber: number });
    },
    () => undefined,
  );
}

/**
 * Saves the words of draft minutes, from the day of the meeting on.
 * @throws NotFoundError, NotAllowedError, ConflictError, RuleError
 */
export function saveMinutes(context: Context, slug: string, form: SaveMinutes): Promise<void> {
  return onMinutes(context, slug, form, 'saved', async (by, meeting, latest) => {
    const date = toPlainDate(meeting.date);
    if (!hasBegun(by, meeting)) {
      throw new RuleError({
        '': `The board meets on ${formatDate(date)}: there are no minutes yet`,
      });
    }
    const title = minutesTitle((await getBoard({ db: by.tx })).name, date);
    const sections = form.sections.map(({ heading, words }) => ({ heading, words }));
    if (latest && JSON.stringify(words(readSections(latest))) === JSON.stringify(words(sections))) {
      throw new RuleError({ '': 'Nothing has changed yet' });
    }
    return { title, sections };
  });
}

// jsonb hands keys back in an order of its own.
const words = (sections: readonly MinutesSection[]) =>
  sections.map((section) => [section.heading, section.words]);

/**
 * Says at which later meeting the board agreed the minutes. From then on they are frozen.
 * @throws NotFoundError, NotAllowedError, ConflictError, RuleError
 */
export function agreeMinutes(context: Context, slug: string, form: AgreeMinutes): Promise<void> {
  return onMinutes(context, slug, form, 'agreed', async (by, meeting, latest) => {
    if (!latest) throw new RuleError({ '': 'There are no minutes to agree yet' });
    const later = await meetingsBeside({ ...by, db: by.tx }, meeting, 'after');
    const agreedAt = later.find(({ id }) => id === form.meetingId);
    if (!agreedAt || !hasBegun(by, agreedAt)) {
      throw new RuleError({ meetingId: 'Choose a later meeting whose day has come' });
    }
    return { title: latest.title, sections: readSections(latest), agreedAtId: agreedAt.id };
  });
}
