import { z } from 'zod';
import { NotFoundError } from '@/lib/domain/errors';
import { NewerFormatError, readFrozenPaper } from '@/lib/domain/frozen-paper';
import { type IssueKind, parseIssueAddress } from '@/lib/domain/paper-issue';
import type {
  IdentifiedFile,
  IssuedPaperView,
  IssuePlanView,
  IssueView,
} from '@/lib/domain/paper-issue-view';
import { can } from '@/lib/domain/permissions';
import type { Meeting, PaperIssue, Prisma } from '@/prisma/client/client';
import { toAuthor } from './authors';
import { listChallenges } from './challenges';
import { type Context, demand } from './context';
import { findMeeting, meetingsBeside } from './find-meeting';
import { membersReader } from './paper-audience';
import { toPlainDate } from './plain-date';
import { queryRows } from './query-rows';
import { recordedBy } from './record';
import { visibleItem } from './visibility';

const REFERENCE = z.object({ reference: z.string() });

// Models are megabytes at worst: only the page of one paper reads them.
const LISTED = {
  id: true,
  meetingId: true,
  kind: true,
  version: true,
  recordedAt: true,
  cutOff: true,
  replacesVersion: true,
  replacesReason: true,
  refreshed: true,
  clearedBy: true,
  clearedRole: true,
  author: true,
  meeting: { select: { slug: true, date: true } },
  files: { orderBy: [{ audience: 'asc' }, { ordinal: 'asc' }] },
  withdrawal: { include: { author: true } },
} as const satisfies Prisma.PaperIssueSelect;
type ListedIssue = Prisma.PaperIssueGetPayload<{ select: typeof LISTED }>;

const standsFor = (kind: IssueKind, meetingId: string, version: number) =>
  `${meetingId} ${kind} ${version}`;

/** Which version stands in the place of which, of some issues or of all. */
async function replacements(context: Context, where: Prisma.PaperIssueWhereInput) {
  const rows = await context.db.paperIssue.findMany({
    where: { ...where, replacesVersion: { not: null }, ...recordedBy(context) },
    orderBy: { version: 'desc' },
    select: { meetingId: true, kind: true, version: true, replacesVersion: true },
  });
  return new Map(
    rows.map((row) => [standsFor(row.kind, row.meetingId, row.replacesVersion ?? 0), row.version]),
  );
}

/** By whom it was cleared; the public version has no names. */
function clearedFor(
  members: boolean,
  { clearedBy, clearedRole }: Pick<ListedIssue, 'clearedBy' | 'clearedRole'>,
): IssueView['cleared'] {
  if (clearedBy === null) return null;
  if (members) return { by: clearedBy, role: clearedRole };
  return clearedRole === null ? null : { by: clearedRole, role: null };
}

function toIssue(
  issue: ListedIssue,
  replacedBy: ReadonlyMap<string, number>,
  members: boolean,
): IssueView {
  const { id, kind, version, withdrawal, replacesVersion } = issue;
  return {
    id,
    kind,
    version,
    meeting: { slug: issue.meeting.slug, date: toPlainDate(issue.meeting.date) },
    issuedAt: issue.recordedAt.toISOString(),
    issuedBy: toAuthor(issue.author),
    cutOff: issue.cutOff.toISOString(),
    cleared: clearedFor(members, issue),
    replaces:
      replacesVersion === null
        ? null
        : {
            version: replacesVersion,
            reason: issue.replacesReason ?? '',
            refreshed: issue.refreshed,
          },
    replacedBy: replacedBy.get(standsFor(kind, issue.meetingId, version)) ?? null,
    withdrawn: withdrawal && {
      at: withdrawal.recordedAt.toISOString(),
      author: toAuthor(withdrawal.author),
      reason: withdrawal.reason,
    },
    audience: members ? 'members' : 'public',
    files: issue.files
      .filter(({ audience }) => members || audience === 'public')
      .map(({ audience, name, mediaType, size, sha256 }) => ({
        audience,
        name,
        mediaType,
        size,
        sha256,
      })),
  };
}

/** Every paper and addendum that was issued, the newest first. @throws NotAllowedError */
export async function listPapers(context: Context): Promise<IssueView[]> {
  demand(context, 'read');
  const [rows, replacedBy, members] = await Promise.all([
    context.db.paperIssue.findMany({
      where: recordedBy(context),
      orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
      select: LISTED,
    }),
    replacements(context, {}),
    membersReader(context),
  ]);
  return rows.map((row) => toIssue(row, replacedBy, members(row)));
}

type Drawn = Pick<IssuedPaperView, 'model' | 'publicModel' | 'newerFormat'>;

/** What its page is drawn from: nothing once it was withdrawn, or where only newer code can. */
function drawnAs(
  audience: IssuedPaperView['audience'],
  row: Pick<PaperIssue, 'model' | 'publicModel'>,
): Drawn {
  const read = (model: unknown) => (model === null ? null : readFrozenPaper(model));
  try {
    const publicModel = read(row.publicModel);
    const model = audience === 'members' ? read(row.model) : publicModel;
    return { model, publicModel, newerFormat: false };
  } catch (error) {
    if (!(error instanceof NewerFormatError)) throw error;
    return { model: null, publicModel: null, newerFormat: true };
  }
}

/**
 * An issued paper as its reader gets it: the members' version, or the public one.
 * @param address '2' or 'addendum-1'; left out, the latest version of the paper that stands
 * @throws NotAllowedError, NotFoundError
 */
export async function getIssuedPaper(
  context: Context,
  slug: string,
  address?: string,
): Promise<IssuedPaperView> {
  demand(context, 'read');
  const missing = () => new NotFoundError('That paper');
  const meeting = await findMeeting(context, slug);
  const key = address === undefined ? null : parseIssueAddress(address);
  if (address !== undefined && !key) throw missing();
  const row = await context.db.paperIssue.findFirst({
    where: {
      meetingId: meeting.id,
      ...(key ?? { kind: 'paper', withdrawal: null }),
      ...recordedBy(context),
    },
    orderBy: { version: 'desc' },
    select: { ...LISTED, model: true, publicModel: true },
  });
  if (!row) throw missing();
  const [replacedBy, members, changed] = await Promise.all([
    replacements(context, { meetingId: meeting.id }),
    membersReader(context),
    changedSince(context, row.id),
  ]);
  const issue = toIssue(row, replacedBy, members(row));
  return {
    ...issue,
    ...drawnAs(issue.audience, row),
    changed,
    mayWithdraw: !context.asAt && !issue.withdrawn && can(context.actor, 'managePapers'),
  };
}

/**
 * References of the items whose row in the register changed after the cut-off of an issue, as far
 * as the reader may see them. What the issue itself says is not asked: it may be in neither version.
 */
export async function changedSince(context: Context, issueId: string): Promise<string[]> {
  demand(context, 'read');
  const rows = await queryRows(context.db, REFERENCE)`
    SELECT i.reference FROM "Item" i, "PaperIssue" p
    WHERE p.id = ${issueId}::uuid AND ${visibleItem(context.actor)}
      AND (EXISTS (
        SELECT FROM "StatusUpdate" u WHERE u."itemId" = i.id
          AND u."recordedAt" > p."cutOff" AND u."recordedAt" <= ${context.now}
      ) OR EXISTS (
        SELECT FROM "ItemWording" w WHERE w."itemId" = i.id
          AND w."recordedAt" > p."cutOff" AND w."recordedAt" <= ${context.now}
      ))
    ORDER BY i.kind, i.ordinal`;
  return rows.map(({ reference }) => reference);
}

/**
 * Which issued paper a file is, by its SHA-256 in hexadecimal; null for none, and for one that the
 * reader may not see. @throws NotAllowedError
 */
export async function identifyPaperFile(
  context: Context,
  sha256: string,
): Promise<IdentifiedFile | null> {
  demand(context, 'read');
  const [files, members] = await Promise.all([
    context.db.issuedFile.findMany({
      where: { sha256, issue: recordedBy(context) },
      include: { issue: { select: LISTED } },
      // The same bytes twice: the version that was issued last.
      orderBy: { issue: { recordedAt: 'desc' } },
    }),
    membersReader(context),
  ]);
  const seen = files.find((file) => file.audience === 'public' || members(file.issue));
  if (!seen) return null;
  const { issue, audience, name } = seen;
  const replacedBy = await replacements(context, { meetingId: issue.meetingId });
  const view = toIssue(issue, replacedBy, true);
  return {
    kind: view.kind,
    version: view.version,
    meeting: view.meeting,
    audience,
    name,
    issuedAt: view.issuedAt,
    withdrawn: view.withdrawn !== null,
    replacedBy: view.replacedBy,
  };
}

/**
 * The instant from which the movement of a meeting's paper counts: the cut-off of the latest
 * standing paper of the nearest earlier meeting that has one; null where none has.
 */
export async function lastIssueBefore(
  context: Pick<Context, 'db' | 'now' | 'asAt'>,
  meeting: Pick<Meeting, 'date' | 'startsAt'>,
): Promise<Date | null> {
  const earlier = await meetingsBeside(context, meeting, 'before');
  const issues = await context.db.paperIssue.findMany({
    where: {
      meetingId: { in: earlier.map(({ id }) => id) },
      kind: 'paper',
      withdrawal: null,
      ...recordedBy(context),
    },
    orderBy: { version: 'desc' },
    select: { meetingId: true, cutOff: true },
  });
  for (const { id } of earlier) {
    const issue = issues.find(({ meetingId }) => meetingId === id);
    if (issue) return issue.cutOff;
  }
  return null;
}

/** Challenges as at a cut-off, as far as the actor may see: open ones, and how many are acknowledged for this meeting. */
export async function openChallengesFor(
  context: Context,
  slug: string,
  cutOff: Date,
): Promise<Pick<IssuePlanView, 'open' | 'acknowledged'>> {
  const past = cutOff < context.now;
  const { meeting, lines } = await listChallenges(
    past ? { ...context, now: cutOff, asAt: true } : context,
  );
  // Challenges are acknowledged for the next meeting, which need not be this one.
  const isNext = meeting?.slug === slug;
  const open = lines.filter(({ acknowledged }) => !(isNext && acknowledged));
  return { open, acknowledged: lines.length - open.length };
}

/** What an officer is shown before a paper is issued. @throws NotAllowedError, NotFoundError */
export async function getIssuePlan(
  context: Context,
  slug: string,
  kind: IssueKind,
): Promise<IssuePlanView> {
  demand(context, 'managePapers');
  const meeting = await findMeeting(context, slug);
  const issues = await context.db.paperIssue.findMany({
    where: { meetingId: meeting.id },
    orderBy: { version: 'desc' },
    select: { kind: true, version: true },
  });
  const latest = issues.find((issue) => issue.kind === kind)?.version ?? null;
  const challenges =
    kind === 'addendum'
      ? { open: [], acknowledged: 0 }
      : await openChallengesFor(context, slug, context.now);
  return {
    kind,
    version: (latest ?? 0) + 1,
    replaces: latest,
    issued: issues.some((issue) => issue.kind === 'paper'),
    ...challenges,
  };
}
