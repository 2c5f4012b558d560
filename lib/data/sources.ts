import { ConflictError, NotFoundError, RuleError } from '@/lib/domain/errors';
import type { FieldChange } from '@/lib/domain/field-change';
import {
  type AddSource,
  type EditSource,
  isNational,
  parsePrefix,
  publishedOf,
} from '@/lib/domain/source';
import type { Source } from '@/prisma/client/client';
import { type Change, change } from './change';
import { author, type Context, demand } from './context';
import { lock } from './lock';
import { sourceChanges } from './sources-view';

/**
 * Adds a document whose recommendations are tracked. Its prefix is for good.
 * @returns the prefix
 * @throws NotAllowedError, RuleError
 */
export function addSource(context: Context, form: AddSource): Promise<string> {
  return change(
    context,
    { action: 'addSource', form },
    async (by) => {
      demand(context, 'manageSources');
      await lock(by.tx, 'sources');
      const { prefix, title, publisher } = form;
      const same = await by.tx.source.findUnique({ where: { prefix } });
      if (same) {
        throw new RuleError({
          prefix: `${prefix} stands for ${same.title}: choose another prefix`,
        });
      }
      const { _max } = await by.tx.source.aggregate({ _max: { ordinal: true } });
      const first = { version: 1, title, publisher, published: publishedOf(form) };
      const { id } = await by.tx.source.create({
        data: { prefix, ordinal: (_max.ordinal ?? 0) + 1, ...first },
      });
      await by.tx.sourceVersion.create({
        data: { sourceId: id, recordedAt: by.now, ...author(context), ...first },
      });
      await by.record({ kind: 'source.added', sourceId: id, subjectNumber: 1 });
      return prefix;
    },
    async ({ sourceId }, tx) =>
      (await tx.source.findUniqueOrThrow({ where: { id: sourceId ?? '' } })).prefix,
  );
}

/**
 * Locks a source of the board's own until the transaction ends.
 * @throws NotFoundError, or RuleError for a national one
 */
export async function lockSource({ tx }: Change, text: string): Promise<Source> {
  const prefix = parsePrefix(text);
  await lock(tx, 'sources');
  const source = prefix && (await tx.source.findUnique({ where: { prefix } }));
  if (!source) throw new NotFoundError('That source');
  if (isNational(source.prefix)) {
    throw new RuleError({ '': 'This source is national: it stays as it was published' });
  }
  return source;
}

/** Puts right what a source is called. @throws NotFoundError, NotAllowedError, ConflictError, RuleError */
export function editSource(context: Context, prefix: string, form: EditSource): Promise<void> {
  return change(
    context,
    { action: 'editSource', subject: prefix, form },
    async (by) => {
      demand(context, 'manageSources');
      const source = await lockSource(by, prefix);
      if (form.basedOn !== source.version) {
        const since = await sourceChanges({ db: by.tx }, source.id, form.basedOn);
        throw new ConflictError(source.version, since);
      }
      const { title, publisher } = form;
      const next = { title, publisher, published: publishedOf(form) };
      const changes = (Object.keys(next) as Array<keyof typeof next>).flatMap(
        (field): FieldChange[] =>
          source[field] === next[field] ? [] : [{ field, from: source[field], to: next[field] }],
      );
      if (changes.length === 0) throw new RuleError({ '': 'Nothing has changed yet' });
      const version = source.version + 1;
      await by.tx.sourceVersion.create({
        data: { sourceId: source.id, version, recordedAt: by.now, ...author(context), ...next },
      });
      await by.tx.source.update({ where: { id: source.id }, data: { version, ...next } });
      await by.record({
        kind: 'source.edited',
        sourceId: source.id,
        subjectNumber: version,
        changes,
      });
    },
    () => undefined,
  );
}
