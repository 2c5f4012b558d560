import {
  ConflictError,
  type ConflictingChange,
  NotAllowedError,
  RuleError,
} from '@/lib/domain/errors';
import { EVENT_TITLES } from '@/lib/domain/event-kinds';
import type { Grid } from '@/lib/domain/import-grid';
import type {
  ImportFacts,
  ImportReading,
  ImportSetup,
  PreviewRow,
  RowWrite,
} from '@/lib/domain/import-model';
import { readSetup } from '@/lib/domain/import-stored';
import { isNational, numberFor } from '@/lib/domain/source';
import type { Source } from '@/prisma/client/client';
import { type Change, change, eventRow } from './change';
import { collectedRows } from './collected-rows';
import { author, type Context } from './context';
import type { Database } from './database';
import { getImportFacts } from './import-facts';
import { fingerprintOf } from './import-fingerprint';
import { lockItems, readKnown } from './import-known';
import { type Begin, writeRow } from './import-row';
import { demandWaiting, gridOf, importer, lockUpload } from './import-uploads';
import { nextLocalAction } from './local-actions';
import { lock } from './lock';
import { newId } from './new-id';

/** What is made of a file: pure, and the same in the preview and when it is applied. */
export interface Understanding {
  /** The instant that a file of ours was exported at, ISO. */
  exportedAt(grid: Grid, setup: ImportSetup): string | null;
  readImport(grid: Grid, setup: ImportSetup, facts: ImportFacts): ImportReading;
}

export interface ApplyImport {
  submissionId: string;
  uploadId: string;
  /** The version of the upload that was previewed. */
  basedOn: number;
  /** Rows of the sheet, from 0, that were chosen. */
  rows: readonly number[];
  /** Of the preview: of the rows that were chosen, or of all that could be. */
  fingerprint: string;
}

type Chosen = PreviewRow & { state: 'new' | 'changed' | 'stale'; write: RowWrite };

function canApply(row: PreviewRow): row is Chosen {
  return row.write !== null && row.state !== 'wrong' && row.state !== 'unchanged';
}

/** The source that new recommendations go to, held like any change of it. @throws RuleError */
async function lockSourceOf({ tx }: Change, setup: ImportSetup): Promise<Source | null> {
  if (setup.kind !== 'recommendations') return null;
  await lock(tx, 'sources');
  const source = await tx.source.findUnique({ where: { id: setup.sourceId ?? '' } });
  if (!source || isNational(source.prefix)) {
    throw new RuleError({ '': 'Choose one of the board’s own sources' });
  }
  return source;
}

/** Numbers for new items, as the forms give them. @throws RuleError once there is none left */
async function beginning(by: Change, source: Source | null, any: boolean): Promise<Begin> {
  if (!any) return { source, next: () => 0 };
  if (!source) {
    let number = await nextLocalAction(by);
    return { source, next: () => number++ };
  }
  const there = await by.tx.item.findMany({
    where: { sourceId: source.id },
    select: { reference: true },
  });
  const taken = there.map(({ reference }) => Number(reference.slice(source.prefix.length)));
  return {
    source,
    next(wanted) {
      const decided = numberFor(wanted, taken);
      if ('refused' in decided) throw new RuleError({ '': decided.refused });
      taken.push(decided.number);
      return decided.number;
    },
  };
}

/** So many changes are told of where the register has moved. */
const TOLD = 20;

/** What was saved about the items of a file while it was being looked at, the latest first. */
async function changedMeanwhile(
  { tx }: Change,
  since: Date,
  rows: readonly PreviewRow[],
): Promise<ConflictingChange[]> {
  const references = rows.flatMap(({ reference }) => reference ?? []);
  const events = await tx.auditEvent.findMany({
    // Evidence may be hidden from whoever imports, and so that there is any.
    where: {
      recordedAt: { gte: since },
      item: { reference: { in: references } },
      evidenceId: null,
    },
    orderBy: { seq: 'desc' },
    take: TOLD,
    include: { author: true, item: true },
  });
  return events.map((event) => ({
    who: event.author?.name ?? 'The system',
    at: event.recordedAt.toISOString(),
    what: `${event.item?.reference}: ${EVENT_TITLES[event.kind] ?? event.kind}`,
    details: [],
  }));
}

/** Says which row it was that could not be written, and why. */
function atRow(error: unknown, { row, reference }: PreviewRow): unknown {
  const where = `Row ${row + 1}${reference ? `, ${reference}` : ''}:`;
  if (error instanceof RuleError) {
    return new RuleError({ '': `${where} ${Object.values(error.fields).join(' ')}` });
  }
  if (error instanceof NotAllowedError) return new NotAllowedError(`${where} ${error.message}`);
  return error;
}

async function writeRows(
  by: Change,
  importId: string,
  chosen: readonly Chosen[],
  source: Source | null,
): Promise<void> {
  const known = await readKnown(
    by,
    chosen.map(({ write }) => write),
  );
  const begins = await beginning(
    by,
    source,
    chosen.some(({ write }) => write.reference === null),
  );
  const rows = collectedRows(by.tx);
  for (const one of chosen) {
    const from = { importId, row: one.row + 1 };
    const record: Change['record'] = (event) =>
      rows.append('auditEvent', eventRow(by, { ...event, importId, importRow: from.row }));
    try {
      const { id } = await writeRow({ ...by, ...rows, record }, one.write, known, begins, from);
      await rows.append('importRow', { ...from, state: one.state, itemId: id });
    } catch (error) {
      throw atRow(error, one);
    }
  }
  await rows.send();
}

/**
 * Does what the chosen rows of a file ask for: all of it, or nothing. The register is held and
 * read anew, and the file understood anew; it has to come to what the preview showed.
 * @param understanding of the file
 * @returns the id of the import
 * @throws NotFoundError, NotAllowedError or RuleError naming the row, or ConflictError where the
 * register or the setup has moved since the preview
 */
export function applyImport(
  context: Context,
  form: ApplyImport,
  understanding: Understanding,
): Promise<string> {
  return change(
    context,
    { action: 'applyImport', form },
    async (by) => {
      importer(context);
      await lock(by.tx, 'imports');
      const upload = await lockUpload(context, by.tx, form.uploadId);
      demandWaiting(upload);
      if (form.basedOn !== upload.version) throw new ConflictError(upload.version, []);
      const setup = readSetup(upload);
      const grid = await gridOf(by.tx, upload.id);
      const source = await lockSourceOf(by, setup);
      await lockItems(by, setup.kind);
      const inside: Context = { ...context, db: by.tx as Database };
      const facts = await getImportFacts(inside, setup, understanding.exportedAt(grid, setup));
      const { rows } = understanding.readImport(grid, setup, facts);
      const possible = rows.filter(canApply);
      const wanted = new Set(form.rows);
      const chosen = possible.filter(({ row }) => wanted.has(row));
      const same = (of: readonly PreviewRow[]) => fingerprintOf(of) === form.fingerprint;
      if (!same(rows) && !same(chosen)) {
        const since = await changedMeanwhile(by, upload.createdAt, rows);
        throw new ConflictError(upload.version, since);
      }
      if (chosen.length === 0 || chosen.length < wanted.size) {
        throw new RuleError({ rows: 'Choose at least one row, of those that can be imported' });
      }
      const importId = newId();
      const { fileName, sha256, size } = upload;
      await by.tx.import.create({
        data: {
          id: importId,
          recordedAt: by.now,
          ...author(by),
          kind: setup.kind,
          sourceId: source?.id,
          fileName,
          sha256,
          size,
        },
      });
      await by.record({ kind: 'import.applied', importId });
      await writeRows(by, importId, chosen, source);
      // What its cells said is in the register now, or was left out on purpose.
      await by.tx.importUploadChunk.deleteMany({ where: { uploadId: upload.id } });
      await by.tx.importUpload.update({
        where: { id: upload.id },
        data: { appliedImportId: importId },
      });
      return importId;
    },
    ({ importId }) => importId ?? '',
  );
}
