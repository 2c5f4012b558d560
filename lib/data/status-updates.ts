import { formatDate } from '@/lib/domain/dates';
import {
  type CorrectFirstDate,
  changeDates,
  refuseCorrection,
  type SetDates,
} from '@/lib/domain/due-date';
import { RuleError } from '@/lib/domain/errors';
import type { FieldChange } from '@/lib/domain/field-change';
import type { SetOurRole } from '@/lib/domain/our-role';
import type { AssignOwner } from '@/lib/domain/owner';
import { mayOwn } from '@/lib/domain/permissions';
import { needsRecovery } from '@/lib/domain/rag';
import type { NoChange, SetRag, UpdateKind } from '@/lib/domain/status-update';
import type { Item, Person } from '@/prisma/client/client';
import { type Change, change, type Recording } from './change';
import { demandLatest } from './conflicts';
import { author, type Context, demand } from './context';
import { demandKind, demandOpen, lockItem, recordTime } from './items';
import { findOwner } from './people';
import { toColumn, toPlainDate } from './plain-date';

const STATE = [
  'rag',
  'headline',
  'ownerId',
  'leadOrganisationId',
  'ourRole',
  'firstDueDate',
  'dueDate',
  'reviewDate',
  'lifecycle',
  'outcome',
  'closedOn',
] as const;
export type State = Pick<Item, (typeof STATE)[number]>;

function plain(value: State[(typeof STATE)[number]]): string | null {
  return value instanceof Date ? toPlainDate(value) : value;
}

/** What this update says; not carried over to the next one. */
interface Said {
  words?: string | null;
  recovery?: string | null;
  nextStep?: string | null;
}

/**
 * Appends a row that holds the full state, projects it on the item, and records the change.
 * @returns the number of the row
 */
export async function appendUpdate(
  by: Recording,
  item: Item,
  kind: UpdateKind,
  patch: Partial<State>,
  said: Said = {},
): Promise<number> {
  const now = Object.fromEntries(STATE.map((field) => [field, item[field]])) as State;
  const next: State = { ...now, ...patch };
  const changes = STATE.flatMap((field): FieldChange[] => {
    const [from, to] = [plain(now[field]), plain(next[field])];
    if (from === to) return [];
    // Words stay in the rows of StatusUpdate, so that a redaction has one place to mend.
    return [field === 'headline' ? { field, from: null, to: null } : { field, from, to }];
  });
  const number = item.number + 1;
  const recordedAt = await recordTime(by, item);
  await by.append('statusUpdate', {
    itemId: item.id,
    number,
    kind,
    recordedAt,
    ...author(by),
    ...next,
    ...said,
  });
  const spoken = kind === 'rag' || kind === 'no_change';
  await by.project(item, { ...next, number, ...(spoken ? { lastUpdateAt: recordedAt } : {}) });
  await by.record({
    kind: `update.${kind}`,
    itemId: item.id,
    subjectNumber: number,
    recordedAt,
    changes,
  });
  return number;
}

/** One update to one item, from the lock to the audit event. Repeating a submission is harmless. */
function update(
  context: Context,
  action: string,
  reference: string,
  form: { submissionId: string; basedOn: number },
  run: (by: Change, item: Item) => Promise<unknown>,
): Promise<void> {
  return change(
    context,
    { action, subject: reference, form },
    async (by) => {
      const item = await lockItem(by, reference);
      await run(by, item);
    },
    () => undefined,
  );
}

/**
 * Makes a person accountable. Without a lead organisation, the owner's own leads.
 * @throws NotFoundError, NotAllowedError, ConflictError, RuleError
 */
export function assignOwner(context: Context, reference: string, form: AssignOwner) {
  return update(context, 'assignOwner', reference, form, async (by, item) => {
    demand(context, 'setOwner', item);
    demandOpen(item);
    await demandLatest(by, item, form.basedOn);
    await appendUpdate(by, item, 'owner', await newOwner(by, item, form), { words: form.words });
  });
}

/** Who is to be accountable for an item. @throws RuleError */
export async function newOwner(
  { tx }: Pick<Change, 'tx'>,
  item: Item,
  form: Pick<AssignOwner, 'ownerId' | 'leadOrganisationId'>,
): Promise<Pick<State, 'ownerId' | 'leadOrganisationId'>> {
  const owner = await findOwner(tx, form.ownerId);
  if (form.leadOrganisationId) {
    const lead = await tx.organisation.findUnique({ where: { id: form.leadOrganisationId } });
    if (!lead) throw new RuleError({ leadOrganisationId: 'Choose one from the list' });
  }
  return ownedBy(item, owner, form.leadOrganisationId);
}

type Owner = Pick<Person, 'id' | 'name' | 'roles' | 'organisationId'>;

/** The same of somebody who has been looked up. @throws RuleError */
export function ownedBy(
  item: Item,
  owner: Owner | null,
  leadId: string | undefined,
): Pick<State, 'ownerId' | 'leadOrganisationId'> {
  if (!owner) throw new RuleError({ ownerId: 'Choose an owner' });
  if (!mayOwn(owner, item)) {
    throw new RuleError({
      ownerId: `${owner.name} may not see it, since it is restricted. Choose somebody else`,
    });
  }
  const leadOrganisationId = leadId ?? owner.organisationId;
  if (item.ownerId === owner.id && item.leadOrganisationId === leadOrganisationId) {
    throw new RuleError({ ownerId: `${owner.name} owns it already` });
  }
  return { ownerId: owner.id, leadOrganisationId };
}

/** A rating with its headline and words. @throws NotFoundError, NotAllowedError, ConflictError, RuleError */
export function setRagStatus(context: Context, reference: string, form: SetRag) {
  return update(context, 'setRagStatus', reference, form, async (by, item) => {
    demand(context, 'setRag', item);
    demandOpen(item);
    await demandLatest(by, item, form.basedOn);
    await demandNews(by, item, form);
    await appendRating(by, item, form);
  });
}

/** @throws RuleError for what the latest update says already, word for word */
async function demandNews({ tx }: Change, item: Item, form: SetRag): Promise<void> {
  const latest = await tx.statusUpdate.findFirst({
    where: { itemId: item.id, kind: { in: ['rag', 'no_change'] } },
    orderBy: { number: 'desc' },
  });
  const recovery = needsRecovery(form.rag) ? (form.recovery ?? null) : null;
  const same =
    item.rag === form.rag &&
    latest?.headline === form.headline &&
    latest.words === form.words &&
    latest.recovery === recovery;
  if (same) {
    throw new RuleError({
      '': 'The latest update says this already: where nothing has changed, report no change',
    });
  }
}

/** A rating of an open item. @returns the number of its row */
export function appendRating(
  by: Recording,
  item: Item,
  said: Pick<SetRag, 'rag' | 'headline' | 'words' | 'recovery'> & { nextStep?: string },
): Promise<number> {
  const { rag, headline, words, recovery, nextStep } = said;
  return appendUpdate(
    by,
    item,
    'rag',
    { rag, headline },
    { words, recovery: needsRecovery(rag) ? recovery : null, nextStep },
  );
}

/** Says that nothing changed and what comes next. @throws NotFoundError, NotAllowedError, ConflictError, RuleError */
export function reportNoChange(context: Context, reference: string, form: NoChange) {
  return update(context, 'reportNoChange', reference, form, async (by, item) => {
    demand(context, 'setRag', item);
    demandOpen(item);
    await demandLatest(by, item, form.basedOn);
    if (item.rag === 'not_rated') {
      throw new RuleError({ '': 'Nobody has rated it yet: post a first status update instead.' });
    }
    await appendUpdate(by, item, 'no_change', {}, { words: form.words, nextStep: form.nextStep });
  });
}

/** Deliver, Contribute or Watch. @throws NotFoundError, NotAllowedError, ConflictError, RuleError */
export function setOurRole(context: Context, reference: string, form: SetOurRole) {
  return update(context, 'setOurRole', reference, form, async (by, item) => {
    demandKind(item, 'recommendation');
    demand(context, 'setOurRole', item);
    demandOpen(item);
    await demandLatest(by, item, form.basedOn);
    if (item.ourRole === form.ourRole) {
      throw new RuleError({ ourRole: 'That is our role already' });
    }
    await appendUpdate(by, item, 'our_role', { ourRole: form.ourRole }, { words: form.words });
  });
}

/**
 * Sets a first due date, brings one forward, or makes it ongoing with a review date.
 * @throws RuleError for a later date, and NotFoundError, NotAllowedError, ConflictError
 */
export function setDates(context: Context, reference: string, form: SetDates) {
  return update(context, 'setDates', reference, form, async (by, item) => {
    demandKind(item, 'local_action');
    demand(context, 'editLocalActions', item);
    demandOpen(item);
    await demandLatest(by, item, form.basedOn);
    await appendDates(by, item, form);
  });
}

/** Other dates of an open local action. @returns the number of the row @throws RuleError */
export function appendDates(
  by: Recording,
  item: Item,
  wanted: Parameters<typeof changeDates>[1] & { words?: string },
): Promise<number> {
  const now = {
    firstDueDate: toPlainDate(item.firstDueDate),
    dueDate: toPlainDate(item.dueDate),
    reviewDate: toPlainDate(item.reviewDate),
  };
  const next = changeDates(now, wanted);
  if ('refused' in next) throw new RuleError({ [next.field]: next.refused });
  if (next.dueDate === now.dueDate && next.reviewDate === now.reviewDate) {
    const field = wanted.scheduling === 'due' ? 'due' : 'review';
    throw new RuleError({ [field]: 'That is its date already' });
  }
  return appendUpdate(
    by,
    item,
    'dates',
    {
      firstDueDate: toColumn(next.firstDueDate),
      dueDate: toColumn(next.dueDate),
      reviewDate: toColumn(next.reviewDate),
    },
    { words: wanted.words },
  );
}

/** Refuses where an issued paper has printed the first due date as it stands. @throws RuleError */
async function demandUnprinted({ tx }: Change, item: Item): Promise<void> {
  const stated = await tx.statusUpdate.findFirst({
    where: { itemId: item.id, firstDueDate: item.firstDueDate },
    orderBy: { number: 'asc' },
    select: { recordedAt: true },
  });
  const printed =
    stated &&
    (await tx.paperIssue.findFirst({
      where: { cutOff: { gte: stated.recordedAt } },
      orderBy: { cutOff: 'asc' },
      select: { meeting: { select: { date: true } } },
    }));
  if (!printed) return;
  const day = formatDate(toPlainDate(printed.meeting.date));
  throw new RuleError({
    due: `The paper of ${day} has shown this date: propose an extension, or bring it forward`,
  });
}

/**
 * Puts right a first due date that was mistyped: it becomes the one that was meant, and the slip
 * stays in the history.
 * @throws NotFoundError, NotAllowedError, ConflictError, RuleError
 */
export function correctFirstDate(context: Context, reference: string, form: CorrectFirstDate) {
  return update(context, 'correctFirstDate', reference, form, async (by, item) => {
    demandKind(item, 'local_action');
    demand(context, 'correctFirstDate');
    demandOpen(item);
    await demandLatest(by, item, form.basedOn);
    const waiting = await by.tx.proposal.findFirst({
      where: { itemId: item.id, kind: 'extension', withdrawal: null, decisions: { none: {} } },
    });
    if (waiting)
      throw new RuleError({ '': 'An extension awaits a decision about this very date.' });
    await demandUnprinted(by, item);
    const refused = refuseCorrection(
      {
        firstDueDate: toPlainDate(item.firstDueDate),
        dueDate: toPlainDate(item.dueDate),
        reviewDate: toPlainDate(item.reviewDate),
      },
      form.due,
    );
    if (refused) throw new RuleError({ due: refused });
    const due = toColumn(form.due);
    await appendUpdate(
      by,
      item,
      'dates',
      { firstDueDate: due, dueDate: due },
      { words: form.words },
    );
  });
}
