import { formatDate, londonDay } from '@/lib/domain/dates';
import { ConflictError, RuleError } from '@/lib/domain/errors';
import { referenceOrdinal } from '@/lib/domain/item';
import type {
  AddReading,
  CreateLocalAction,
  EditLocalAction,
  LinkLocalAction,
  WithdrawLocalAction,
} from '@/lib/domain/local-action';
import type { Item, ItemWording } from '@/prisma/client/client';
import { type Change, change, type FieldChange, lock } from './change';
import { demandLatest } from './conflicts';
import { author, type Context, demand } from './context';
import { demandKind, demandOpen, lockItem, recordTime } from './items';
import { setLinks } from './links';
import { toColumn, toPlainDate } from './plain-date';
import { demandStep } from './proposals';
import { appendUpdate } from './status-updates';

type Details = Omit<EditLocalAction, 'submissionId' | 'basedOn' | 'reason'>;

function wordingColumns(form: Details) {
  return {
    shortTitle: form.shortTitle,
    text: form.text,
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
  const owner = form.ownerId
    ? await by.tx.person.findUnique({ where: { id: form.ownerId } })
    : undefined;
  if (form.ownerId && (!owner || owner.deactivatedAt)) {
    throw new RuleError({ ownerId: 'Choose an owner from the list' });
  }
  if (form.leadOrganisationId) {
    const lead = await by.tx.organisation.findUnique({ where: { id: form.leadOrganisationId } });
    if (!lead) throw new RuleError({ leadOrganisationId: 'Choose one from the list' });
  }
  return {
    ownerId: owner?.id ?? null,
    leadOrganisationId: form.leadOrganisationId ?? owner?.organisationId ?? null,
  };
}

/**
 * Creates a local action with the next free reference. References are never used twice.
 * @returns its reference, 'A26'
 * @throws NotAllowedError, RuleError
 */
export function createLocalAction(context: Context, form: CreateLocalAction): Promise<string> {
  return change(
    context,
    form.submissionId,
    async (by) => {
      demand(context, 'editLocalActions', { kind: 'local_action', ownerId: null });
      await lock(by.tx, 'local action references');
      const last = await by.tx.item.findFirst({
        where: { kind: 'local_action' },
        orderBy: { ordinal: 'desc' },
        select: { reference: true },
      });
      const reference = `A${Number(last?.reference.slice(1) ?? 0) + 1}`;
      const ongoing = form.scheduling === 'ongoing';
      const due = toColumn(ongoing ? undefined : form.due);
      const state = {
        ...(await ownership(by, form)),
        firstDueDate: due,
        dueDate: due,
        reviewDate: toColumn(ongoing ? form.review : undefined),
      };
      const item = await by.tx.item.create({
        data: {
          kind: 'local_action',
          reference,
          ordinal: referenceOrdinal(reference),
          createdAt: by.now,
          lastRecordedAt: by.now,
          number: 1,
          wordingNumber: 1,
          shortTitle: form.shortTitle,
          text: form.text,
          ...state,
        },
      });
      await by.tx.itemWording.create({
        data: {
          itemId: item.id,
          number: 1,
          recordedAt: by.now,
          ...author(context),
          ...wordingColumns(form),
        },
      });
      await by.tx.statusUpdate.create({
        data: {
          itemId: item.id,
          number: 1,
          kind: 'baseline',
          recordedAt: by.now,
          ...author(context),
          rag: 'not_rated',
          lifecycle: 'open',
          ...state,
        },
      });
      await by.record({
        kind: 'item.created',
        itemId: item.id,
        subjectNumber: 1,
        changes: [
          { field: 'ownerId', from: null, to: state.ownerId },
          { field: 'leadOrganisationId', from: null, to: state.leadOrganisationId },
          { field: 'dueDate', from: null, to: toPlainDate(state.dueDate) },
          { field: 'reviewDate', from: null, to: toPlainDate(state.reviewDate) },
        ].filter(({ to }) => to !== null),
      });
      await setLinks(by, item, form);
      return reference;
    },
    async (event, tx) =>
      (await tx.item.findUniqueOrThrow({ where: { id: event.itemId ?? '' } })).reference,
  );
}

async function demandLatestWording(by: Change, item: Item, basedOn: number): Promise<ItemWording> {
  const latest = await by.tx.itemWording.findUniqueOrThrow({
    where: { itemId_number: { itemId: item.id, number: item.wordingNumber } },
    include: { author: true },
  });
  if (basedOn === item.wordingNumber) return latest;
  const opened = await by.tx.itemWording.findUnique({
    where: { itemId_number: { itemId: item.id, number: basedOn } },
  });
  const before = new Map(opened && detailsInWords(opened));
  throw new ConflictError(item.wordingNumber, [
    {
      who: latest.author?.name ?? 'The system',
      at: latest.recordedAt.toISOString(),
      what: 'Changed the details',
      details: detailsInWords(latest).flatMap(([label, value]) =>
        before.get(label) === value ? [] : [{ label, value }],
      ),
    },
  ]);
}

/** Every detail as people read it; what is empty is said to be. */
function detailsInWords(row: ItemWording): Array<[string, string]> {
  const day = (date: Date | null) => date && formatDate(toPlainDate(date));
  const details: Array<[string, string | null]> = [
    ['Short title', row.shortTitle],
    ['Description', row.text],
    ['Also involved', row.alsoInvolved],
    ['Area', row.area],
    ['Start date', day(row.startDate)],
    ['Funding source', row.fundingSource],
    ['Funded until', day(row.fundedUntil)],
    ['Success measure', row.successMeasure],
    ['Baseline', row.baseline],
    ['Target', row.target],
  ];
  return details.map(([label, value]) => [label, value ?? 'None']);
}

/** Changes wording and details. @throws NotFoundError, NotAllowedError, ConflictError, RuleError */
export function editLocalAction(
  context: Context,
  reference: string,
  form: EditLocalAction,
): Promise<void> {
  return change(
    context,
    form.submissionId,
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
      const next = wordingColumns(form);
      const text = (value: string | Date | null) =>
        value instanceof Date ? toPlainDate(value) : value;
      const changed = (Object.keys(next) as Array<keyof typeof next>).filter(
        (field) => text(before[field]) !== text(next[field]),
      );
      if (changed.length === 0) throw new RuleError({ '': 'Nothing was changed.' });
      const number = item.wordingNumber + 1;
      const recordedAt = await recordTime(by, item);
      await by.tx.itemWording.create({
        data: {
          itemId: item.id,
          number,
          recordedAt,
          ...author(context),
          reason: form.reason,
          ...next,
        },
      });
      await by.tx.item.update({
        where: { id: item.id },
        data: {
          wordingNumber: number,
          shortTitle: next.shortTitle,
          text: next.text,
        },
      });
      await by.record({
        kind: 'wording.changed',
        itemId: item.id,
        subjectNumber: number,
        recordedAt,
        reason: form.reason,
        // The words themselves stand in the two rows of ItemWording.
        changes: changed.map((field): FieldChange => ({ field, from: null, to: null })),
      });
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
    form.submissionId,
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
    form.submissionId,
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
    form.submissionId,
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
