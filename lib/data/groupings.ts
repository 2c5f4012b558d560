import { ConflictError, NotFoundError, RuleError } from '@/lib/domain/errors';
import type { FieldChange } from '@/lib/domain/field-change';
import {
  type AddGrouping,
  GROUPING_NAMES,
  nextCode,
  type RenameGrouping,
  type RetireGrouping,
} from '@/lib/domain/grouping';
import type { Grouping } from '@/prisma/client/client';
import { type Change, change } from './change';
import { author, type Context, demand } from './context';
import { groupingChanges } from './groupings-view';
import { lock } from './lock';

/** Two of a kind with one name could not be told apart. @throws RuleError */
async function demandFreeName(by: Change, kind: Grouping['kind'], name: string, id?: string) {
  const same = await by.tx.grouping.findMany({ where: { kind, id: { not: id } } });
  const found = same.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!found) return;
  const there = `${GROUPING_NAMES[kind].one} “${found.name}” is there already`;
  throw new RuleError({
    name: found.retired ? `${there}, retired: it can be taken up again` : there,
  });
}

/**
 * Adds a theme, key area, strategy priority or objective, after the others of its kind.
 * @returns its id
 * @throws NotAllowedError, RuleError
 */
export function addGrouping(context: Context, form: AddGrouping): Promise<string> {
  return change(
    context,
    { action: 'addGrouping', form },
    async (by) => {
      demand(context, 'manageSources');
      await lock(by.tx, 'groupings');
      const { kind, name } = form;
      await demandFreeName(by, kind, name);
      const there = await by.tx.grouping.findMany({ where: { kind } });
      const code = nextCode(
        kind,
        name,
        there.map((one) => one.code),
      );
      if (code === undefined) throw new RuleError({ kind: 'There is no letter left for another' });
      const ordinal = Math.max(0, ...there.map((one) => one.ordinal)) + 1;
      const { id } = await by.tx.grouping.create({
        data: { kind, code, ordinal, version: 1, name },
      });
      await by.tx.groupingVersion.create({
        data: { groupingId: id, version: 1, name, recordedAt: by.now, ...author(context) },
      });
      await by.record({
        kind: 'grouping.added',
        groupingId: id,
        subjectNumber: 1,
        changes: [{ field: 'name', from: null, to: name }],
      });
      return id;
    },
    ({ groupingId }) => groupingId ?? '',
  );
}

/** One change to one grouping, from the lock to the audit event. */
function onGrouping(
  context: Context,
  id: string,
  form: { submissionId: string; basedOn: number; reason: string },
  kind: 'renamed' | 'retired' | 'restored',
  decide: (by: Change, now: Grouping) => Promise<Partial<Pick<Grouping, 'name' | 'retired'>>>,
): Promise<void> {
  return change(
    context,
    { action: `grouping.${kind}`, subject: id, form },
    async (by) => {
      demand(context, 'manageSources');
      await lock(by.tx, 'groupings');
      const now = /^[0-9a-f-]{36}$/.test(id)
        ? await by.tx.grouping.findUnique({ where: { id } })
        : null;
      // The parts are the review's own.
      if (!now || now.kind === 'part') throw new NotFoundError('That grouping');
      if (form.basedOn !== now.version) {
        throw new ConflictError(
          now.version,
          await groupingChanges({ db: by.tx }, now.id, form.basedOn),
        );
      }
      const next = { name: now.name, retired: now.retired, ...(await decide(by, now)) };
      const changes = (['name', 'retired'] as const).flatMap((field): FieldChange[] =>
        now[field] === next[field] ? [] : [{ field, from: now[field], to: next[field] }],
      );
      if (changes.length === 0) throw new RuleError({ '': 'Nothing has changed yet' });
      const version = now.version + 1;
      const { reason } = form;
      await by.tx.groupingVersion.create({
        data: { groupingId: id, version, recordedAt: by.now, ...author(context), ...next, reason },
      });
      await by.tx.grouping.update({ where: { id }, data: { version, ...next } });
      await by.record({
        kind: `grouping.${kind}`,
        groupingId: id,
        subjectNumber: version,
        changes,
        reason,
      });
    },
    () => undefined,
  );
}

/** Its code and address stay. @throws NotFoundError, NotAllowedError, ConflictError, RuleError */
export function renameGrouping(context: Context, id: string, form: RenameGrouping): Promise<void> {
  return onGrouping(context, id, form, 'renamed', async (by, now) => {
    await demandFreeName(by, now.kind, form.name, now.id);
    return { name: form.name };
  });
}

/** Forms no longer offer it; links to it stay. @throws NotFoundError, NotAllowedError, ConflictError, RuleError */
export function retireGrouping(context: Context, id: string, form: RetireGrouping): Promise<void> {
  return onGrouping(context, id, form, 'retired', async (_, { retired }) => {
    if (retired) throw new RuleError({ '': 'It is retired already' });
    return { retired: true };
  });
}

/** Forms offer it again. @throws NotFoundError, NotAllowedError, ConflictError, RuleError */
export function restoreGrouping(context: Context, id: string, form: RetireGrouping): Promise<void> {
  return onGrouping(context, id, form, 'restored', async (_, { retired }) => {
    if (!retired) throw new RuleError({ '': 'It is in use' });
    return { retired: false };
  });
}
