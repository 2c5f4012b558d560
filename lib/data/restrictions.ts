import { londonDay } from '@/lib/domain/dates';
import { RuleError } from '@/lib/domain/errors';
import { mayOwn, maySee, rolesThat } from '@/lib/domain/permissions';
import type { Release, Restrict } from '@/lib/domain/restriction';
import type { Item, ItemRestriction } from '@/prisma/client/client';
import { type Change, change } from './change';
import { author, type Context, demand } from './context';
import { lockEvidence, restrictionOf } from './evidence-state';
import { demandKind, lockItem, recordTime } from './items';
import { toColumn, toPlainDate } from './plain-date';

async function checked(by: Change, item: Item, form: Restrict): Promise<void> {
  if (form.review <= londonDay(by.now)) {
    throw new RuleError({ review: 'The review date must be in the future' });
  }
  const known = await by.tx.organisation.count({ where: { id: { in: form.hiddenFrom } } });
  if (known !== new Set(form.hiddenFrom).size) {
    throw new RuleError({ hiddenFrom: 'Choose organisations from the list' });
  }
  const { actor } = by;
  const after = { restricted: true, hiddenFrom: form.hiddenFrom };
  if (!maySee(actor, after)) {
    const unplaced = actor.kind === 'person' && actor.organisationId === null;
    throw new RuleError({
      hiddenFrom: unplaced
        ? 'You belong to no organisation, so you could not see it any more: ask an administrator to enter yours'
        : 'You could not see it any more: leave out your own organisation',
    });
  }
  const could = await by.tx.person.findMany({
    where: { deactivatedAt: null, roles: { hasSome: rolesThat('restrict', item) } },
    select: { roles: true, organisationId: true },
  });
  if (!could.some((person) => mayOwn(person, after))) {
    throw new RuleError({
      hiddenFrom: 'Nobody who could release it would see it any more: leave an organisation out',
    });
  }
}

function hides(form: Restrict) {
  return {
    category: form.category,
    reason: form.reason,
    reviewOn: toColumn(form.review),
    hiddenFrom: [...new Set(form.hiddenFrom)],
  };
}

type Standing = Pick<ItemRestriction, 'category' | 'reason' | 'reviewOn' | 'hiddenFrom'>;

/** @throws RuleError where it is restricted in just this way already */
function demandOther(standing: Standing | null, form: Restrict): void {
  const as = ({ category, reason, reviewOn, hiddenFrom }: Standing) =>
    JSON.stringify([category, reason, toPlainDate(reviewOn), [...hiddenFrom].sort()]);
  if (standing && as(standing) === as(hides(form))) {
    throw new RuleError({ '': 'Nothing has changed yet' });
  }
}

/** Restricts or releases a local action. */
function restriction(context: Context, reference: string, form: Restrict | Release): Promise<void> {
  return change(
    context,
    { action: 'category' in form ? 'restrictItem' : 'releaseItem', subject: reference, form },
    async (by) => {
      const item = await lockItem(by, reference);
      demandKind(item, 'local_action');
      demand(context, 'restrict', item);
      const restricted = 'category' in form;
      if (restricted) await checked(by, item, form);
      if (!restricted && !item.restricted) {
        throw new RuleError({ '': `${reference} is not restricted.` });
      }
      const latest = await by.tx.itemRestriction.findFirst({
        where: { itemId: item.id },
        orderBy: { number: 'desc' },
      });
      if (restricted) demandOther(item.restricted ? latest : null, form);
      const number = (latest?.number ?? 0) + 1;
      const recordedAt = await recordTime(by, item);
      await by.tx.itemRestriction.create({
        data: {
          itemId: item.id,
          number,
          recordedAt,
          ...author(context),
          restricted,
          ...(restricted ? hides(form) : { reason: form.reason }),
        },
      });
      await by.tx.item.update({
        where: { id: item.id },
        data: {
          restricted,
          hiddenFrom: restricted ? hides(form).hiddenFrom : [],
        },
      });
      await by.record({
        kind: restricted ? 'item.restricted' : 'item.released',
        itemId: item.id,
        subjectNumber: number,
        recordedAt,
        reason: form.reason,
        changes: [{ field: 'restricted', from: item.restricted, to: restricted }],
      });
    },
    () => undefined,
  );
}

/** Hides a local action from viewers and named organisations. @throws NotFoundError, NotAllowedError, RuleError */
export function restrictItem(context: Context, reference: string, form: Restrict) {
  return restriction(context, reference, form);
}

/** @throws NotFoundError, NotAllowedError, RuleError */
export function releaseItem(context: Context, reference: string, form: Release) {
  return restriction(context, reference, form);
}

function evidenceRestriction(
  context: Context,
  evidenceId: string,
  form: Restrict | Release,
): Promise<void> {
  return change(
    context,
    {
      action: 'category' in form ? 'restrictEvidence' : 'releaseEvidence',
      subject: evidenceId,
      form,
    },
    async (by) => {
      const { item, events } = await lockEvidence(by, evidenceId);
      demand(context, 'restrict', item);
      const restricted = 'category' in form;
      if (restricted) await checked(by, item, form);
      if (!restricted && !restrictionOf(events)) {
        throw new RuleError({ '': 'It is not restricted.' });
      }
      if (restricted) demandOther(restrictionOf(events), form);
      const recordedAt = await recordTime(by, item);
      await by.tx.evidenceEvent.create({
        data: {
          evidenceId,
          number: events.length + 1,
          kind: restricted ? 'restricted' : 'released',
          recordedAt,
          ...author(context),
          ...(restricted ? hides(form) : { reason: form.reason }),
        },
      });
      await by.record({
        kind: restricted ? 'evidence.restricted' : 'evidence.released',
        itemId: item.id,
        evidenceId,
        recordedAt,
        reason: form.reason,
      });
    },
    () => undefined,
  );
}

/** @throws NotFoundError, NotAllowedError, RuleError */
export function restrictEvidence(context: Context, evidenceId: string, form: Restrict) {
  return evidenceRestriction(context, evidenceId, form);
}

/** @throws NotFoundError, NotAllowedError, RuleError */
export function releaseEvidence(context: Context, evidenceId: string, form: Release) {
  return evidenceRestriction(context, evidenceId, form);
}
