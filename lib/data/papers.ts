import { ConflictError, NotFoundError, RuleError } from '@/lib/domain/errors';
import { kindsOf } from '@/lib/domain/event-kinds';
import {
  type IssueKey,
  type IssueKind,
  type IssuePaper,
  issueName,
  type PaperAudience,
  parseIssueAddress,
  type WithdrawPaper,
} from '@/lib/domain/paper-issue';
import type { PaperFile, PaperModel } from '@/lib/domain/paper-model';
import type { Meeting, PaperIssue, Prisma } from '@/prisma/client/client';
import { type Change, change } from './change';
import { author, type Context, demand } from './context';
import type { Transaction } from './database';
import { findMeeting } from './find-meeting';
import { demandDrafts } from './kept-from';
import { lock } from './lock';
import { storeIssuedFiles } from './paper-files';
import { openChallengesFor } from './papers-view';
import { findRepeat } from './submissions';

/** Where the draft of a paper stands. */
export interface DraftStanding {
  /** Of its latest row. */
  number: number;
  /** Who cleared that row, and in which role; null while it is a draft. */
  cleared: { by: string; role: string | null } | null;
}

/** What an issue will be, known before anything of it is drawn. */
export interface Issuing extends IssueKey {
  meeting: string;
  /** What the register had recorded by then. */
  cutOff: Date;
  replaces: { version: number; reason: string; refreshed: boolean } | null;
  openChallenges: number;
  draft: DraftStanding;
}

/** One of the two versions of an issue: for the members, and for the public. */
export interface MadePaper {
  audience: PaperAudience;
  model: PaperModel;
  files: PaperFile[];
}

/** What this module is handed, since it draws nothing itself. */
export interface IssueParts {
  /** Reads the draft of a meeting, inside the transaction too. */
  draft(db: Transaction, meetingId: string, kind: IssueKind): Promise<DraftStanding>;
  /** Makes models and files; it may take seconds. */
  make(context: Context, issue: Issuing): Promise<MadePaper[]>;
}

/** Issues of a kind, the latest first. */
function issuesOf(db: Transaction, meetingId: string, kind: IssueKind): Promise<IssueRow[]> {
  return db.paperIssue.findMany({
    where: { meetingId, kind },
    orderBy: { version: 'desc' },
    select: { version: true, cutOff: true, recordedAt: true, author: { select: { name: true } } },
  });
}
type IssueRow = Pick<PaperIssue, 'version' | 'cutOff' | 'recordedAt'> & {
  author: { name: string } | null;
};

/** What the form asks for, on what there is. @throws RuleError, ConflictError */
async function plan(
  context: Context,
  db: Transaction,
  meeting: Meeting,
  form: IssuePaper,
  { draft }: Pick<IssueParts, 'draft'>,
): Promise<Omit<Issuing, 'openChallenges'>> {
  const { kind, reason } = form;
  if (meeting.cancelled) throw new RuleError({ '': 'This meeting is cancelled' });
  // One after the other: within a transaction there is one connection.
  const [latest] = await issuesOf(db, meeting.id, kind);
  const standing = await draft(db, meeting.id, kind);
  if (standing.number !== form.basedOn) {
    throw new ConflictError(standing.number, [
      {
        who: standing.cleared?.by ?? 'Somebody',
        at: context.now.toISOString(),
        what: standing.cleared ? 'Changed the draft and cleared it' : 'Changed the draft',
        details: [],
      },
    ]);
  }
  if (!standing.cleared) {
    throw new RuleError({ '': 'The draft has not been cleared yet: it is issued once it is' });
  }
  if (kind === 'addendum') {
    const papers = await issuesOf(db, meeting.id, 'paper');
    if (papers.length === 0) {
      throw new RuleError({ '': 'An addendum comes after a paper: none has been issued yet' });
    }
  }
  if (latest && kind === 'paper' && !reason) {
    throw new RuleError({
      reason: `Version ${latest.version} has been issued: say why another stands in its place`,
    });
  }
  // A late item is an addendum of its own, unless it says what it puts right in the one before.
  const replaces = latest && reason ? latest : null;
  const refreshed = form.figures === 'refreshed' || !replaces;
  return {
    kind,
    version: (latest?.version ?? 0) + 1,
    meeting: meeting.slug,
    cutOff: replaces && !refreshed ? replaces.cutOff : context.now,
    replaces: replaces && reason ? { version: replaces.version, reason, refreshed } : null,
    draft: standing,
  };
}

/**
 * Issues the paper of a meeting: its models and files are frozen from then on.
 *
 * Drawing takes seconds, and a transaction that long would hold up everybody who changes a meeting.
 * So it is drawn beforehand, as at the cut-off, and the transaction asks again what the drawing
 * stands on: the draft, the latest issue, and what the register had recorded by the cut-off (a
 * change that began just before and ended just after would otherwise be missing from a paper that
 * says it holds everything until then).
 * @returns which issue it became
 * @throws NotFoundError, NotAllowedError, ConflictError, RuleError
 */
export async function issuePaper(
  context: Context,
  slug: string,
  form: IssuePaper,
  parts: IssueParts,
): Promise<IssueKey> {
  await demandDrafts(context);
  const said = { action: 'issuePaper', subject: slug, form };
  const repeat = await findRepeat(context, context.db, said);
  const prepared = repeat ? null : await prepare(context, slug, form, parts);
  return change(
    context,
    said,
    async (by) => {
      if (!prepared) throw new Error('A submission that was recorded is not run again.');
      await lock(by.tx, 'meetings');
      const meeting = await findMeeting({ ...by, db: by.tx }, slug);
      await demandSame(by, meeting, form, prepared, parts);
      await append(by, meeting, prepared);
      const { kind, version } = prepared.issue;
      return { kind, version };
    },
    ({ kind, subjectNumber }) => ({
      kind: kind === 'addendum.issued' ? ('addendum' as const) : ('paper' as const),
      version: subjectNumber ?? 0,
    }),
  );
}

interface Prepared {
  issue: Issuing;
  made: MadePaper[];
  /** How many changes had been recorded by the cut-off when the models were read. */
  recorded: number;
}

/** What somebody reads changes nothing of a paper. */
const recordedBefore = (db: Transaction, cutOff: Date) =>
  db.auditEvent.count({
    where: { recordedAt: { lte: cutOff }, kind: { notIn: kindsOf('download') } },
  });

async function prepare(
  context: Context,
  slug: string,
  form: IssuePaper,
  parts: IssueParts,
): Promise<Prepared> {
  const meeting = await findMeeting(context, slug);
  const planned = await plan(context, context.db, meeting, form, parts);
  // An addendum lists none.
  const { open } =
    form.kind === 'addendum'
      ? { open: [] }
      : await openChallengesFor(context, slug, planned.cutOff);
  if (open.length > form.openChallengesAccepted) {
    const are =
      open.length === 1 ? 'There is 1 open challenge' : `There are ${open.length} open challenges`;
    throw new RuleError({
      openChallengesAccepted: `${are}: mend or acknowledge them, or tick the box to issue with them`,
    });
  }
  const issue = { ...planned, openChallenges: open.length };
  const recorded = await recordedBefore(context.db, issue.cutOff);
  const made = await parts.make(context, issue);
  return { issue, made, recorded };
}

/** Refuses what was drawn from something that has changed since. @throws ConflictError, RuleError */
async function demandSame(
  by: Change,
  meeting: Meeting,
  form: IssuePaper,
  { issue, recorded }: Prepared,
  parts: IssueParts,
): Promise<void> {
  const [latest] = await issuesOf(by.tx, meeting.id, issue.kind);
  if (latest && latest.version >= issue.version) {
    throw new ConflictError(form.basedOn, [
      {
        who: latest.author?.name ?? 'The system',
        at: latest.recordedAt.toISOString(),
        what: `Issued ${issueName({ ...issue, version: latest.version }).toLowerCase()}`,
        details: [],
      },
    ]);
  }
  await plan(by, by.tx, meeting, form, parts);
  if ((await recordedBefore(by.tx, issue.cutOff)) !== recorded) {
    throw new RuleError({
      '': 'The register changed while the paper was being made: issue it again',
    });
  }
}

async function append(by: Change, meeting: Meeting, { issue, made }: Prepared): Promise<void> {
  const modelFor = (audience: PaperAudience) => {
    const versions = made.filter((one) => one.audience === audience);
    if (!versions[0] || versions.length > 1) throw new Error(`One model for ${audience}, please.`);
    return versions[0].model as unknown as Prisma.InputJsonValue;
  };
  const { kind, version, cutOff, replaces, openChallenges, draft } = issue;
  const { id } = await by.tx.paperIssue.create({
    data: {
      meetingId: meeting.id,
      kind,
      version,
      recordedAt: by.now,
      ...author(by),
      cutOff,
      replacesVersion: replaces?.version ?? null,
      replacesReason: replaces?.reason ?? null,
      refreshed: replaces?.refreshed ?? false,
      openChallenges,
      clearedBy: draft.cleared?.by ?? null,
      clearedRole: draft.cleared?.role ?? null,
      model: modelFor('members'),
      publicModel: modelFor('public'),
    },
  });
  await storeIssuedFiles(by, id, made);
  await by.record({
    kind: `${kind}.issued`,
    meetingId: meeting.id,
    subjectNumber: version,
    reason: replaces?.reason ?? null,
    changes: [{ field: 'openChallenges', from: null, to: openChallenges }],
  });
}

/**
 * Withdraws an issued paper that holds what nobody should read: it stays in the list with the
 * reason, and its models and bytes are gone for good. The database function `withdraw_paper` does
 * it in one, with the audit event.
 * @param address '2' or 'addendum-1'
 * @throws NotFoundError, NotAllowedError, RuleError
 */
export function withdrawPaper(
  context: Context,
  slug: string,
  address: string,
  form: WithdrawPaper,
): Promise<void> {
  return change(
    context,
    { action: 'withdrawPaper', subject: `${slug} ${address}`, form },
    async (by) => {
      demand(context, 'managePapers');
      await lock(by.tx, 'meetings');
      const meeting = await findMeeting({ ...by, db: by.tx }, slug);
      const key = parseIssueAddress(address);
      const issue =
        key &&
        (await by.tx.paperIssue.findUnique({
          where: { meetingId_kind_version: { meetingId: meeting.id, ...key } },
          select: { id: true, withdrawal: true },
        }));
      if (!issue) throw new NotFoundError('That paper');
      if (issue.withdrawal) throw new RuleError({ '': 'It has been withdrawn already' });
      const { actor } = context;
      if (actor.kind !== 'person') throw new Error('A paper is withdrawn by a person.');
      await by.tx.$executeRaw`
        SELECT withdraw_paper(${issue.id}::uuid, ${actor.id}::uuid, ${actor.version}::int,
          ${by.now}::timestamptz, ${form.reason}, ${by.submissionId}::uuid)`;
    },
    () => undefined,
  );
}
