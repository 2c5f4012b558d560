import { formatDate, londonDay, type PlainDate } from '@/lib/domain/dates';
import { RuleError } from '@/lib/domain/errors';
import { referenceOrdinal } from '@/lib/domain/item';
import type {
  AddReading,
  CreateLocalAction,
  EditLocalAction,
  LinkLocalAction,
  WithdrawLocalAction,
} from '@/lib/domain/local-action';
import type { Item, Person } from '@/prisma/client/client';
import { type Change, change, type Recording } from './change';
import { demandLatest } from './conflicts';
import { author, type Context, demand } from './context';
import { demandKind, demandOpen, lockItem, recordTime } from './items';
import { setLinks } from './links';
import { lock } from './lock';
import { appendItem } from './new-item';
import { findOwner } from './people';
import { toColumn, toPlainDate } from './plain-date';
import { demandStep } from './proposals';
import { appendUpdate } from './status-updates';
import { appendWording, demandLatestWording } from './wordings';

type Details = Omit<EditLocalAction, 'submissionId' | 'basedOn' | 'reason'>;

function wordingColumns(form: Details) {
  return {
    shortTitle: form.shortTitle,
    text: form.text,
    yourReference: form.yourReference ?? null,
    alsoInvolved: form.alsoInvolved ?? null,
    area: form.area ?? null,
    startDate: toColumn(form.start),
    fundingSource: form.fundingSource ?? null,
    fundedUntil: toColumn(form.fundedUntil),
    successMeasure: form.successMeasure ?? null,
    baseline: form.baseline ?? null,
    target: form.target ?? null,
  };
}

/** The lead is the one named, else the owner's organisation. @throws RuleError for unknown ids */
async function ownership(by: Change, form: CreateLocalAction) {
  const owner = form.ownerId ? await findOwner(by.tx, form.ownerId) : null;
  if (form.leadOrganisationId) {
    const lead = await by.tx.organisation.findUnique({ where: { id: form.leadOrganisationId } });
    if (!lead) throw new RuleError({ leadOrganisationId: 'Choose one from the list' });
  }
  return beginsWith(form, owner);
}

/** The same of somebody who has been looked up. @throws RuleError */
export function beginsWith(
  form: { ownerId?: string; leadOrganisationId?: string },
  owner: Pick<Person, 'id' | 'organisationId'> | null,
) {
  if (form.ownerId && !owner) throw new RuleError({ ownerId: 'Choose an owner from the list' });
  return {
    ownerId: owner?.id ?? null,
    leadOrganisationId: form.leadOrganisationId ?? owner?.organisationId ?? null,
  };
}

/** The number that the next local action gets. Holds everybody else who asks. */
export async function nextLocalAction({ tx }: Pick<Change, 'tx'>): Promise<number> {
  await lock(tx, 'local action references');
  const last = await tx.item.findFirst({
    where: { kind: 'local_action' },
    orderBy: { ordinal: 'desc' },
    select: { reference: true },
  });
  return Number(last?.reference.slice(1) ?? 0) + 1;
}

/** Adds a local action, not rated yet. Its links are the caller's. */
export async function appendLocalAction(
  by: Recording,
  number: number,
  form: Details &
    Pick<CreateLocalAction, 'scheduling' | 'due' | 'review'> & { firstDue?: PlainDate },
  owned: ReturnType<typeof beginsWith>,
): Promise<Item> {
  const reference = `A${number}`;
  const ongoing = form.scheduling === 'ongoing';
  const due = ongoing ? undefined : form.due;
  const details = wordingColumns(form);
  const item = await appendItem(
    by,
    {
      kind: 'local_action',
      reference,
      ordinal: referenceOrdinal(reference),
      shortTitle: details.shortTitle,
      text: details.text,
      yourReference: details.yourReference,
      ...owned,
      firstDueDate: toColumn(form.firstDue ?? due),
      dueDate: toColumn(due),
      reviewDate: toColumn(ongoing ? form.review : undefined),
    },
    details,
  );
  await by.record({
    kind: 'item.created',
    itemId: item.id,
    subjectNumber: 1,
    changes: [
      { field: 'ownerId', from: null, to: item.ownerId },
      { field: 'leadOrganisationId', from: null, to: item.leadOrganisationId },
      { field: 'dueDate', from: null, to: toPlainDate(item.dueDate) },
      { field: 'reviewDate', from: null, to: toPlainDate(item.reviewDate) },
    ].filter(({ to }) => to !== null),
  });
  return item;
}

/**
 * Creates a local action with the next free reference. References are never used twice.
 * @returns its reference, 'A26'
 * @throws NotAllowedError, RuleError
 */
export function createLocalAction(context: Context, form: CreateLocalAction): Promise<string> {
  return change(
    context,
    { action: 'createLocalAction', form },
    async (by) => {
      demand(context, 'editLocalActions', { kind: 'local_action', ownerId: null });
      const number = await nextLocalAction(by);
      const item = await appendLocalAction(by, number, form, await ownership(by, form));
      await setLinks(by, item, form);
      return item.reference;
    },
    async (event, tx) =>
      (await tx.item.findUniqueOrThrow({ where: { id: event.itemId ?? '' } })).reference,
  );
}

/** Changes wording and details. @throws NotFoundError, NotAllowedError, ConflictError, RuleError */
export function editLocalAction(
  context: Context,
  reference: string,
  form: EditLocalAction,
): Promise<void> {
  return change(
    context,
    { action: 'editLocalAction', subject: reference, form },
    async (by) => {
      const item = await lockItem(by, reference);
      demandKind(item, 'local_action');
      demand(context, 'editLocalActions', item);
      demandOpen(item);
      const before = await demandLatestWording(by, item, form.basedOn);
      const due = toPlainDate(item.dueDate);
      if (form.start && due && due < form.start) {
        throw new RuleError({
          start: `It is due on ${formatDate(due)}: it must start on that day or before`,
        });
      }
      await appendWording(by, item, before, wordingColumns(form), form.reason ?? null);
    },
    () => undefined,
  );
}

/** Replaces the links of a local action. @throws NotFoundError, NotAllowedError, RuleError */
export function linkLocalAction(
  context: Context,
  reference: string,
  form: LinkLocalAction,
): Promise<void> {
  return change(
    context,
    { action: 'linkLocalAction', subject: reference, form },
    async (by) => {
      const item = await lockItem(by, reference);
      demandKind(item, 'local_action');
      demand(context, 'editLocalActions', item);
      demandOpen(item);
      await setLinks(by, item, form);
    },
    () => undefined,
  );
}

/** Takes an action that was created in error out of the counts. @throws NotFoundError, NotAllowedError, ConflictError, RuleError */
export function withdrawLocalAction(
  context: Context,
  reference: string,
  form: WithdrawLocalAction,
): Promise<void> {
  return change(
    context,
    { action: 'withdrawLocalAction', subject: reference, form },
    async (by) => {
      const item = await lockItem(by, reference);
      demandKind(item, 'local_action');
      demand(context, 'editLocalActions', item);
      await demandStep(by, item, 'withdraw');
      await demandLatest(by, item, form.basedOn);
      await appendUpdate(
        by,
        item,
        'withdrawal',
        { lifecycle: 'withdrawn' },
        { words: form.reason },
      );
    },
    () => undefined,
  );
}

/** Adds a dated reading of the success measure. @throws NotFoundError, NotAllowedError, RuleError */
export function addReading(context: Context, reference: string, form: AddReading): Promise<void> {
  return change(
    context,
    { action: 'addReading', subject: reference, form },
    async (by) => {
      const item = await lockItem(by, reference);
      demandKind(item, 'local_action');
      demand(context, 'setRag', item);
      demandOpen(item);
      if (form.readOn > londonDay(by.now)) {
        throw new RuleError({ readOn: 'The date of the reading must be today or in the past' });
      }
      const recordedAt = await recordTime(by, item);
      await by.tx.reading.create({
        data: {
          itemId: item.id,
          recordedAt,
          ...author(context),
          readOn: toColumn(form.readOn),
          value: form.value,
          note: form.note,
        },
      });
      await by.record({
        kind: 'reading.added',
        itemId: item.id,
        recordedAt,
        changes: [
          { field: 'readOn', from: null, to: form.readOn },
          { field: 'value', from: null, to: form.value },
        ],
      });
    },
    () => undefined,
  );
}
