import { randomUUID } from 'node:crypto';
import type { Context } from '@/lib/data/context';
import type { Database } from '@/lib/data/database';
import { rememberColumns } from '@/lib/data/import-columns';
import { issueParts } from '@/lib/data/issue-parts';
import { keepForm } from '@/lib/data/kept-forms';
import { issuePaper } from '@/lib/data/papers';
import { answerQuestion } from '@/lib/data/questions';
import { noteSecurityEvent } from '@/lib/data/security-events';
import { openSession } from '@/lib/data/sessions';
import { londonDay } from '@/lib/domain/dates';
import type { IssuePaper } from '@/lib/domain/paper-issue';
import type { PaperFile, PaperModel } from '@/lib/domain/paper-model';
import type { PersonActor } from '@/lib/domain/permissions';
import { paperFace } from '@/lib/papers/files';
import { askToClose, takeBack } from '@/seed/builders/decisions';
import { openedDraft } from '@/seed/builders/papers';
import { buildLocalAction, opened } from '@/seed/builders/register';
import { seed } from '@/seed/seed';
import { type Actors, contextOf, everything, makeActors, NOW } from './actors';
import { hideEverything } from './hidden';
import { upload } from './imports';
import { acknowledge } from './make';
import { withdrawIssue } from './papers';
import { writesAndTargets } from './targets';
import { opening } from './writes';

/** Before anything else here happens. */
const SEEDED = new Date('2026-11-20T10:00:00Z');
const CALLER = { address: '192.0.2.1', agent: 'A browser' };

/** Faces of a paper that are small: its Word file and its PDF hold fonts and pictures. */
async function smallFaces(model: PaperModel): Promise<PaperFile[]> {
  const names = [
    'paper.html',
    'paper.xlsx',
    ...(model.summary.parts.length ? ['summary.pdf'] : []),
  ];
  const files = [];
  for (const name of names) {
    const file = await paperFace(model, name, 'http://localhost:3000');
    if (file) files.push(file);
  }
  return files;
}

async function issue(context: Context, slug: string, form: Partial<IssuePaper> = {}) {
  await issuePaper(
    context,
    slug,
    {
      ...(await openedDraft(context, slug)),
      kind: 'paper',
      reason: undefined,
      figures: 'refreshed',
      openChallengesAccepted: 1000,
      ...form,
    },
    issueParts(smallFaces),
  );
}

/** A paper in all its forms: withdrawn, replaced, corrected with figures as before, added to. */
async function issuePapers(context: Context): Promise<void> {
  const { meeting } = await context.db.paperIssue.findFirstOrThrow({
    where: { version: 2 },
    include: { meeting: true },
    orderBy: { recordedAt: 'asc' },
  });
  for (const version of ['1', '2']) await withdrawIssue(context, meeting.slug, version);
  await issue(context, meeting.slug, { reason: 'The two before it named somebody.' });
  await issue(context, meeting.slug, { reason: 'A slip of the keyboard.', figures: 'as_before' });
  await issue(context, meeting.slug, { kind: 'addendum' });
}

/** What only serves to let somebody in, and what waits for them. Nothing of it lets anybody in. */
async function letIn(db: Database, { id: personId }: PersonActor, importer: Context) {
  const at = { db, now: NOW };
  const expiresAt = new Date(NOW.getTime() + 3_600_000);
  const session = await openSession(at, personId, 'password', CALLER);
  await keepForm(at, session, '/local-actions/a1/rating', { words: 'What somebody typed' });
  await noteSecurityEvent(at, {
    kind: 'sign_in.failed',
    personId: null,
    caller: CALLER,
    detail: 'nobody@board.example',
  });
  const none = { createdAt: NOW, tokenHash: `no hash ${randomUUID()}`, personId, expiresAt };
  await db.accessLink.create({ data: { ...none, purpose: 'password' } });
  await db.pendingSignIn.create({ data: none });
  await db.secondFactor.create({
    data: { personId, secret: new Uint8Array(40), createdAt: NOW, confirmedAt: NOW },
  });
  await db.recoveryCode.create({ data: { personId, codeHash: 'no hash', createdAt: NOW } });
  const provider = { issuer: 'https://id.example', subject: personId };
  await db.identity.create({ data: { personId, ...provider, linkedAt: NOW, lastUsedAt: NOW } });
  const expire = BigInt(expiresAt.getTime());
  await db.rateLimit.create({ data: { key: 'network:no hash', points: 1, expire } });
  await db.hourlyCount.create({ data: { personId, kind: 'refused', hour: NOW, count: 1 } });
  await upload(importer, [{ wording: { shortTitle: 'Waits', text: 'Waits' } }]);
  await rememberColumns(db, 'local_actions', [
    { heading: 'RAG (Q1)', use: { as: 'field', field: 'rag' } },
  ]);
}

export interface FullBoard {
  actors: Actors;
  /** Somebody who has done every write of lib/data. */
  everybody: PersonActor;
  /** Restricted, with something of everything on it, and evidence that is. */
  hidden: { reference: string; evidenceIds: string[] };
}

/**
 * The demo board, with every write of lib/data done to it once more, and what those who use it
 * leave behind: something in every table. It is for an empty database.
 */
export async function buildFullBoard(db: Database): Promise<FullBoard> {
  await seed({ db, now: SEEDED, demo: true });
  const actors = await makeActors(db);
  const { writes, target } = await writesAndTargets(db, actors);
  const everybody = await everything(db, actors.home.officer);
  const doer = contextOf(db, everybody);
  for (const write of writes) {
    const on = await target(write);
    const sent = await opening(db, write, on);
    await write.prepare?.(doer, sent, write.name);
    await write.run(doer, on, sent, write.name);
  }
  const system = contextOf(db);
  const open = await buildLocalAction(system, { shortTitle: 'Open to all', ...opened() });
  // Where that address leads is a meeting of the targets’ own.
  const held = londonDay(NOW);
  const officer = contextOf(db, actors.away.officer);
  const hidden = await hideEverything({ officer, ...actors }, 'Restricted', open, held);
  await takeBack(officer, hidden.reference, 'Restricted reason');
  await askToClose(officer, hidden.reference, { outcome: 'superseded', reason: 'Restricted' });
  const answer = { ...opened(), question: 1, words: 'Restricted answer' };
  await answerQuestion(system, hidden.reference, answer);
  await acknowledge(officer, held, hidden.reference, 'Restricted reason', 'funding_ends_first');
  await issuePapers(officer);
  await letIn(db, actors.home.member, officer);
  return { actors, everybody, hidden };
}
