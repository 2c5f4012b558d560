import { NotFoundError } from '@/lib/domain/errors';
import { can } from '@/lib/domain/permissions';
import { labelOf } from '@/lib/domain/redaction';
import type {
  PutAway,
  RedactionMail,
  RedactionNote,
  RedactionStage,
  RedactionStep,
} from '@/lib/domain/redaction-note';
import type { Person, Redaction, RedactionOutcome } from '@/prisma/client/client';
import { toAuthor } from './authors';
import { type Change, change } from './change';
import { type Context, demand } from './context';
import type { Transaction } from './database';
import { toActor } from './people';
import { seenSubject, subjectOf } from './redaction-subject';

/** Those who answer for redactions, now. */
export function redactors(db: Transaction): Promise<Person[]> {
  return db.person.findMany({
    where: { deactivatedAt: null, roles: { hasSome: ['officer', 'administrator'] } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
}

/**
 * Says of those who answer for redactions whether they may see what one is about. That depends on
 * their organisation alone, so each is asked for once.
 */
export function seeing(db: Transaction, row: Redaction): (person: Person) => Promise<boolean> {
  const known = new Map<string | null, boolean>();
  return async (person) => {
    const { organisationId } = person;
    const seen =
      known.get(organisationId) ??
      (await seenSubject({ db, actor: toActor(person) }, row)) !== null;
    known.set(organisationId, seen);
    return seen;
  };
}

/**
 * Tells every administrator and officer of a redaction but whoever did it, and those who may not
 * see what it is about: to them there is nothing.
 */
export async function tellRedactors(by: Change, row: Redaction, stage: RedactionStage) {
  const me = by.actor.kind === 'person' ? by.actor.id : null;
  const sees = seeing(by.tx, row);
  const told: string[] = [];
  for (const person of await redactors(by.tx)) {
    if (person.id !== me && (await sees(person))) told.push(person.id);
  }
  await by.tx.redactionNote.createMany({
    data: told.map((personId) => ({ redactionId: row.id, stage, personId, recordedAt: by.now })),
  });
}

const stepOf = (stage: RedactionStage, outcome: RedactionOutcome | null): RedactionStep =>
  stage === 'asked' || !outcome ? 'asked' : outcome.kind;

/** What the reader is told of redactions and has not put away yet, the newest first. */
export async function listRedactionNotes(context: Context): Promise<RedactionNote[]> {
  const { db, actor } = context;
  if (actor.kind !== 'person' || !can(actor, 'redact')) return [];
  const rows = await db.redactionNote.findMany({
    where: { personId: actor.id, putAwayAt: null },
    orderBy: [{ recordedAt: 'desc' }, { redactionId: 'desc' }, { stage: 'desc' }],
    include: {
      redaction: { include: { author: true, outcome: { include: { author: true } } } },
    },
  });
  const notes: RedactionNote[] = [];
  for (const { redactionId, stage, recordedAt, redaction } of rows) {
    const { outcome, author, columns } = redaction;
    const subject = await seenSubject(context, redaction);
    if (!subject) continue;
    const { table } = subjectOf(redaction);
    notes.push({
      redactionId,
      stage,
      step: stepOf(stage, outcome),
      title: subject.title,
      fields: columns.map((column) => ({ column, label: labelOf(table, column) })),
      at: recordedAt.toISOString(),
      by: toAuthor(stage === 'asked' ? author : (outcome?.author ?? null)),
    });
  }
  return notes;
}

/** Puts a note away, the reader's own and nobody else's. @throws NotAllowedError, NotFoundError */
export function putAwayRedactionNote(context: Context, form: PutAway): Promise<void> {
  const { redactionId, stage } = form;
  return change(
    context,
    { action: 'putAwayRedactionNote', subject: redactionId, form },
    async (by) => {
      demand(context, 'redact');
      const personId = by.actor.kind === 'person' ? by.actor.id : '';
      const mine =
        personId &&
        (await by.tx.redactionNote.findFirst({
          where: { redactionId, stage, personId },
        }));
      if (!mine) throw new NotFoundError('That note');
      await by.tx.redactionNote.updateMany({
        where: { redactionId, stage, personId, putAwayAt: null },
        data: { putAwayAt: by.now },
      });
    },
    () => undefined,
  );
}

/**
 * Whom to mail of a redaction: everybody who is told and has not been mailed yet. Asking for them
 * is what marks them, so that a form sent twice mails once.
 */
export async function takeRedactionMails(
  { db, now }: Pick<Context, 'db' | 'now'>,
  redactionId: string,
  stage: RedactionStage,
): Promise<RedactionMail[]> {
  const waiting = await db.redactionNote.findMany({
    where: { redactionId, stage, mailedAt: null },
    include: { person: true, redaction: { include: { outcome: true } } },
  });
  const mails: RedactionMail[] = [];
  for (const { personId, person, redaction } of waiting) {
    const taken = await db.redactionNote.updateMany({
      where: { redactionId, stage, personId, mailedAt: null },
      data: { mailedAt: now },
    });
    if (taken.count === 0 || !person.email) continue;
    mails.push({
      email: person.email,
      name: person.name,
      step: stepOf(stage, redaction.outcome),
    });
  }
  return mails;
}
