import { ConflictError, NotFoundError, RuleError } from '@/lib/domain/errors';
import { frameChanges } from '@/lib/domain/paper-changes';
import { paragraphName } from '@/lib/domain/paper-draft-view';
import type {
  ClearForm,
  DraftParagraph,
  PaperFrame,
  ParagraphStep,
} from '@/lib/domain/paper-frame';
import { readFrame } from '@/lib/domain/paper-frame';
import type { Meeting, Prisma } from '@/prisma/client/client';
import { type Change, change } from './change';
import { author, type Context } from './context';
import { findMeeting } from './find-meeting';
import { demandDrafts } from './kept-from';
import { lock } from './lock';
import {
  type StandingFrame,
  standingFrame,
  startingFrame,
  type WrittenDraft,
  writtenDraft,
} from './paper-frame';

/** Refuses a form that was based on an older version. @throws ConflictError with what was saved since */
async function demandLatest(
  { tx, ...moment }: Change,
  meeting: Meeting,
  { latest }: StandingFrame,
  basedOn: number,
): Promise<void> {
  const now = latest?.number ?? 0;
  if (basedOn === now) return;
  const rows = await tx.paperVersion.findMany({
    where: { meetingId: meeting.id, number: { gte: basedOn } },
    orderBy: { number: 'asc' },
    include: { author: true },
  });
  const start = await startingFrame({ ...moment, db: tx }, meeting);
  throw new ConflictError(
    now,
    rows
      .filter(({ number }) => number > basedOn)
      .map((row) => {
        const before = rows.find(({ number }) => number === row.number - 1);
        const changed = frameChanges(before ? readFrame(before) : start.frame, readFrame(row));
        const details = changed.map(({ label, to }) => ({ label, value: to ?? 'Nothing' }));
        return {
          who: row.author?.name ?? 'The system',
          at: row.recordedAt.toISOString(),
          what: row.what,
          details: [
            ...details,
            ...(row.clearedBy
              ? [{ label: 'Cleared by', value: `${row.clearedBy}, ${row.clearedRole}` }]
              : []),
            ...(details.length === 0 && !row.clearedBy
              ? [{ label: 'What was changed', value: row.what }]
              : []),
          ],
        };
      }),
  );
}

interface Next {
  frame: PaperFrame;
  what: string;
  cleared?: Pick<ClearForm, 'clearedBy' | 'clearedRole'>;
}

/**
 * One change to the draft of one paper, from the lock to the audit event.
 * @param part what of it is changed: a paragraph's key, an item's reference
 * @returns the submission of the audit event
 */
export async function onDraft(
  context: Context,
  slug: string,
  form: ParagraphStep,
  kind: string,
  part: string | null,
  next: (standing: StandingFrame, by: Change) => Next | Promise<Next>,
): Promise<string> {
  await demandDrafts(context);
  return change(
    context,
    { action: `paper.${kind}`, subject: [slug, part].join(' '), form },
    async (by) => {
      await lock(by.tx, 'meetings');
      const meeting = await findMeeting({ ...by, db: by.tx }, slug);
      if (meeting.cancelled) throw new RuleError({ '': 'This meeting is cancelled' });
      const standing = await standingFrame({ ...by, db: by.tx }, meeting);
      await demandLatest(by, meeting, standing, form.basedOn);
      const { frame, what, cleared } = await next(standing, by);
      const number = (standing.latest?.number ?? 0) + 1;
      await by.tx.paperVersion.create({
        data: {
          meetingId: meeting.id,
          number,
          recordedAt: by.now,
          ...author(by),
          frame: frame as unknown as Prisma.InputJsonValue,
          what,
          ...cleared,
        },
      });
      await by.record({ kind: `paper.${kind}`, meetingId: meeting.id, subjectNumber: number });
      return by.submissionId;
    },
    ({ submissionId }) => submissionId,
  );
}

interface Chosen {
  one: DraftParagraph;
  /** '2.3', as a sentence calls it. */
  name: string;
  frame: PaperFrame;
  draft: WrittenDraft;
}

/**
 * The same to one paragraph. What the figures make is read first, on a connection of its own: a
 * draft that changes meanwhile is a conflict, so both are of one version.
 */
export async function onParagraph(
  context: Context,
  slug: string,
  key: string,
  form: ParagraphStep,
  kind: string,
  next: (chosen: Chosen, by: Change) => Next | Promise<Next>,
): Promise<void> {
  await demandDrafts(context);
  const draft = await writtenDraft(context, await findMeeting(context, slug));
  await onDraft(context, slug, form, kind, key, ({ frame }, by) => {
    const one = draft.paragraphs.find((paragraph) => paragraph.key === key);
    if (!one) throw new NotFoundError('That paragraph');
    const name = paragraphName({ number: draft.numbers.get(key) ?? null, heading: null });
    return next({ one, name, frame, draft }, by);
  });
}

export function refuse(message: string): never {
  throw new RuleError({ '': message });
}
