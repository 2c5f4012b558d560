import { asAtMeeting, endOfDay, parseAsAt } from '@/lib/domain/as-at';
import type { AsAtChoices, AsAtView } from '@/lib/domain/as-at-view';
import { formatDate, londonDay } from '@/lib/domain/dates';
import { RuleError } from '@/lib/domain/errors';
import { isOver } from '@/lib/domain/meeting';
import { type Context, demand } from './context';
import { toColumn, toPlainDate } from './plain-date';

/** The days and meetings the register can be seen as at. @throws NotAllowedError */
export async function getAsAtChoices(context: Context): Promise<AsAtChoices> {
  demand(context, 'read');
  const today = londonDay(context.now);
  const [first, meetings] = await Promise.all([
    context.db.statusUpdate.findFirst({
      orderBy: { recordedAt: 'asc' },
      select: { recordedAt: true },
    }),
    context.db.meeting.findMany({
      where: { cancelled: false, date: { lt: toColumn(today) } },
      orderBy: [{ date: 'desc' }, { startsAt: 'desc' }],
      select: { slug: true, date: true },
    }),
  ]);
  return {
    start: first && londonDay(first.recordedAt),
    today,
    meetings: meetings.map(({ slug, date }) => ({ slug, date: toPlainDate(date) })),
  };
}

async function resolve(context: Context, text: string): Promise<AsAtView> {
  const refuse = (sentence: string) => new RuleError({ 'as-at': sentence });
  const asked = parseAsAt(text);
  if (!asked) throw refuse('That is no date. Enter one like 2026-06-25, or choose a meeting');
  const today = londonDay(context.now);
  if ('day' in asked) {
    if (asked.day > today) throw refuse(`${formatDate(asked.day)} is still to come`);
    return { asked: asked.day, day: asked.day, meeting: null };
  }
  const meeting = await context.db.meeting.findUnique({ where: { slug: asked.meeting } });
  if (!meeting) throw refuse('There is no such meeting');
  const date = toPlainDate(meeting.date);
  if (meeting.cancelled) throw refuse(`The meeting of ${formatDate(date)} was cancelled`);
  if (!isOver({ date }, today)) {
    throw refuse(`The day of the meeting of ${formatDate(date)} has not ended yet`);
  }
  const { slug } = meeting;
  return { asked: asAtMeeting(slug), day: date, meeting: { slug, date } };
}

/**
 * What an address asks to see, and the context whose reads answer it: the end of that day, as the
 * register had it recorded by then.
 * @param text '2026-06-25' or 'meeting:2026-09-17'
 * @throws RuleError with the sentence for whoever asked for what there is not
 */
export async function getAsAt(
  context: Context,
  text: string,
): Promise<{ asAt: AsAtView; context: Context }> {
  demand(context, 'read');
  const asAt = await resolve(context, text);
  const { start } = await getAsAtChoices(context);
  if (start === null || asAt.day < start) {
    throw new RuleError({
      'as-at': start
        ? `The register begins on ${formatDate(start)}; there is nothing before`
        : 'There is nothing in the register yet',
    });
  }
  // Of today what there is of it: a file of it says when it was made.
  const now = new Date(Math.min(endOfDay(asAt.day).getTime(), context.now.getTime()));
  return { asAt, context: { ...context, now, asAt: true } };
}
