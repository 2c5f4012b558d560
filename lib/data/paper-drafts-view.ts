import { frameChanges } from '@/lib/domain/paper-changes';
import { composePaper } from '@/lib/domain/paper-compose';
import type {
  DraftParagraphView,
  DraftSectionView,
  PaperDraftView,
  PaperHistoryView,
  PrintedHeadlineView,
} from '@/lib/domain/paper-draft-view';
import { PAPER_SECTIONS, readFrame } from '@/lib/domain/paper-frame';
import type { PaperModel } from '@/lib/domain/paper-model';
import type { VersionChange } from '@/lib/domain/version-change';
import { toAuthor } from './authors';
import type { Context } from './context';
import { findMeeting } from './find-meeting';
import { withRedactLinks } from './history-redaction';
import { demandDrafts } from './kept-from';
import { seenMark, startingFrame, type WrittenDraft, writtenDraft } from './paper-frame';
import { toPlainDate } from './plain-date';
import { recordedBy } from './record';

function toSections({ paragraphs, numbers }: WrittenDraft, model: PaperModel): DraftSectionView[] {
  const printed = model.sections.flatMap((section) => section.paragraphs);
  const heading = Object.fromEntries(model.sections.map((one) => [one.number, one.heading]));
  return PAPER_SECTIONS.map((section) => {
    const here = paragraphs.filter((one) => one.section === section);
    return {
      number: section,
      heading: heading[section] ?? '',
      paragraphs: here.map(
        (one, index): DraftParagraphView => ({
          ...one,
          number: numbers.get(one.key) ?? null,
          seen: seenMark(one.generated),
          charts: printed.find(({ number }) => number === numbers.get(one.key))?.charts ?? [],
          mayGoUp: index > 0,
          mayGoDown: index < here.length - 1,
        }),
      ),
    };
  });
}

function toHeadlines({ facts, frame }: WrittenDraft): PrintedHeadlineView[] {
  const printed = new Map(frame.headlines.map((one) => [one.reference, one]));
  return facts.items.flatMap(({ reference, kind, shortTitle, headline }) => {
    if (headline === null) return [];
    const other = printed.get(reference);
    return [
      {
        reference,
        kind,
        shortTitle,
        headline,
        printed: other?.words ?? null,
        moved: other !== undefined && other.original !== headline,
      },
    ];
  });
}

/**
 * The draft of a meeting's paper, as officers edit it: every meeting has one from the start.
 * @throws NotFoundError, NotAllowedError
 */
export async function getPaperDraft(context: Context, slug: string): Promise<PaperDraftView> {
  await demandDrafts(context);
  const meeting = await findMeeting(context, slug);
  const draft = await writtenDraft(context, meeting);
  const { latest, startsFrom } = draft;
  const saved = latest && (await savedBy(context, latest));
  const cleared =
    latest?.clearedBy && saved
      ? { by: latest.clearedBy, role: latest.clearedRole ?? '', at: saved.at }
      : null;
  const model = composePaper(draft.facts, draft.frame, {
    audience: 'members',
    kind: 'paper',
    state: cleared ? 'cleared' : 'draft',
    version: 1,
    cleared,
    replaces: null,
    openChallenges: 0,
  });
  return {
    slug,
    date: toPlainDate(meeting.date),
    cancelled: meeting.cancelled,
    mayEdit: !meeting.cancelled && !context.asAt,
    model,
    number: latest?.number ?? 0,
    startsFrom: startsFrom && { slug: startsFrom.slug, date: toPlainDate(startsFrom.date) },
    saved,
    cleared,
    front: draft.frame.front,
    sections: toSections(draft, model),
    headlines: toHeadlines(draft),
  };
}

async function savedBy(
  { db }: Context,
  { meetingId, number, recordedAt }: { meetingId: string; number: number; recordedAt: Date },
): Promise<PaperDraftView['saved']> {
  const row = await db.paperVersion.findUnique({
    where: { meetingId_number: { meetingId, number } },
    select: { author: true },
  });
  return { at: recordedAt.toISOString(), author: toAuthor(row?.author ?? null) };
}

/** What only moved a paragraph, or left it out, has no words of its own to redact. */
function hasWords({ changes }: VersionChange): boolean {
  return changes.some(({ label }) => label !== 'Left out');
}

const PAGE_SIZE = 20;

/**
 * Who changed what of a draft, from what to what, newest first.
 * @param page from 1
 * @throws NotFoundError, NotAllowedError
 */
export async function getPaperHistory(
  context: Context,
  slug: string,
  page: number,
): Promise<PaperHistoryView> {
  await demandDrafts(context);
  const meeting = await findMeeting(context, slug);
  const where = { meetingId: meeting.id, ...recordedBy(context) };
  const total = await context.db.paperVersion.count({ where });
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const shown = Math.min(Math.max(1, page), pages);
  // One more than the page has: each is told by what it changed of the one before.
  const rows = await context.db.paperVersion.findMany({
    where,
    orderBy: { number: 'desc' },
    skip: (shown - 1) * PAGE_SIZE,
    take: PAGE_SIZE + 1,
    include: { author: true },
  });
  const first = rows.find(({ number }) => number === 1);
  const start =
    first && (await startingFrame({ ...context, now: first.recordedAt }, meeting)).frame;
  const entries = rows.slice(0, PAGE_SIZE).map((row) => {
    const before = rows.find(({ number }) => number === row.number - 1);
    const from = before ? readFrame(before) : (start ?? readFrame(row));
    const cleared = [
      { label: 'Cleared by', from: null, to: row.clearedBy },
      { label: 'Role', from: null, to: row.clearedRole },
    ];
    return {
      version: row.number,
      at: row.recordedAt.toISOString(),
      author: toAuthor(row.author),
      title: row.what,
      reason: null,
      changes: [...frameChanges(from, readFrame(row)), ...(row.clearedBy ? cleared : [])],
    };
  });
  return {
    entries: withRedactLinks(context, entries, (number) => ({
      table: 'PaperVersion',
      key: { meetingId: meeting.id, number },
    })).map((one) => (hasWords(one) ? one : { ...one, redact: null })),
    page: shown,
    pages,
    pageSize: PAGE_SIZE,
    total,
  };
}
