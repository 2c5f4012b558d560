import { createHash } from 'node:crypto';
import { z } from 'zod';
import { addMonths, formatDate, londonDay, type PlainDate } from '@/lib/domain/dates';
import { GoneError, NotFoundError, RuleError } from '@/lib/domain/errors';
import { type AddLink, CHUNK_BYTES, type WithdrawEvidence } from '@/lib/domain/evidence';
import { identifyFile, type NamedBlob } from '@/lib/domain/evidence-file';
import { ITEM_KINDS } from '@/lib/domain/item';
import { can } from '@/lib/domain/permissions';
import type { Item } from '@/prisma/client/client';
import { getBoard } from './board';
import { type Change, change, type Recording } from './change';
import { author, type Context, demand } from './context';
import { lockEvidence, ofFiles, seesEvidence } from './evidence-state';
import { demandOpen, lockItem, recordTime } from './items';
import { newId } from './new-id';
import { toColumn } from './plain-date';
import { queryRows } from './query-rows';
import { demandRoom, lockRoom } from './storage';
import { visibleItem } from './visibility';

const OWNED = z.object({ kind: z.enum(ITEM_KINDS), ownerId: z.string().nullable() });

type Described = Pick<AddLink, 'submissionId' | 'title' | 'shows' | 'datedOn' | 'reviewOn'>;
export type AddedFile = Described & { file: NamedBlob };

/** Looks for viruses before a file is stored. @returns what was found, or null when clean */
export type FileScan = (file: Blob) => Promise<string | null>;

async function checkedDates(context: Context, form: Described) {
  const { reviewMonths } = await getBoard(context);
  return evidenceDates(londonDay(context.now), reviewMonths, form);
}

/**
 * Both dates against the day it is added.
 * @param reviewMonths the board's setting
 * @throws RuleError
 */
export function evidenceDates(
  today: PlainDate,
  reviewMonths: number,
  form: Pick<Described, 'datedOn' | 'reviewOn'>,
) {
  if (form.datedOn > today) {
    throw new RuleError({ datedOn: 'The date of the evidence must be today or in the past' });
  }
  if (form.reviewOn && form.reviewOn < today) {
    throw new RuleError({ reviewOn: 'The review date must be today or in the future' });
  }
  const reviewOn: PlainDate = form.reviewOn ?? addMonths(today, reviewMonths);
  return { datedOn: toColumn(form.datedOn), reviewOn: toColumn(reviewOn) };
}

type Kept =
  | { kind: 'link'; url: string }
  | { kind: 'file'; fileName: string; mediaType: string; size: number; sha256: string };

async function add(
  context: Context,
  reference: string,
  form: Described,
  kept: Kept,
  store: (by: Change, evidenceId: string) => Promise<void>,
): Promise<string> {
  const dates = await checkedDates(context, form);
  const { submissionId, title, shows, datedOn, reviewOn } = form;
  const said = { submissionId, title, shows, datedOn, reviewOn, ...kept };
  return change(
    context,
    { action: 'addEvidence', subject: reference, form: said },
    async (by) => {
      const item = await lockItem(by, reference);
      demand(context, 'addEvidence', item);
      demandOpen(item);
      return appendEvidence(by, item, { title, shows, ...dates, ...kept }, (id) => store(by, id));
    },
    (event) => event.evidenceId ?? '',
  );
}

/** Adds evidence to an open item. @returns its id */
export async function appendEvidence(
  by: Recording,
  item: Item,
  evidence: Pick<Described, 'title' | 'shows'> & ReturnType<typeof evidenceDates> & Kept,
  store: (evidenceId: string) => Promise<void> = async () => {},
): Promise<string> {
  const id = newId();
  const recordedAt = await recordTime(by, item);
  await by.append('evidence', { id, itemId: item.id, recordedAt, ...author(by), ...evidence });
  await store(id);
  await by.record({
    kind: 'evidence.added',
    itemId: item.id,
    evidenceId: id,
    recordedAt,
    changes: [{ field: 'evidence', from: null, to: evidence.kind }],
  });
  return id;
}

/** @returns the id of the evidence. @throws NotFoundError, NotAllowedError, RuleError */
export function addEvidenceLink(
  context: Context,
  reference: string,
  form: AddLink,
): Promise<string> {
  return add(context, reference, form, { kind: 'link', url: form.url }, async () => {});
}

function* pieces(file: Blob): Generator<{ index: number; piece: Blob }> {
  for (let start = 0, index = 0; start < file.size; start += CHUNK_BYTES, index += 1) {
    yield { index, piece: file.slice(start, start + CHUNK_BYTES) };
  }
}

/**
 * Keeps a file: told by its content, scanned where a scanner is set up, then stored in rows of
 * 1 MiB. Nothing is stored of a file that is refused.
 * @returns the id of the evidence
 * @throws NotFoundError, NotAllowedError, and RuleError at `file` for one that is refused
 */
export async function addEvidenceFile(
  context: Context,
  reference: string,
  form: AddedFile,
  scan: FileScan = async () => null,
): Promise<string> {
  await demandBeforehand(context, reference);
  await demandRoom(context.db, form.file.size);
  const identified = await identifyFile(form.file);
  if ('refused' in identified) throw new RuleError({ file: identified.refused });
  const found = await scan(form.file);
  if (found) {
    throw new RuleError({ file: `The file was refused: the virus scan found ${found}` });
  }
  const hash = createHash('sha256');
  for (const { piece } of pieces(form.file)) hash.update(Buffer.from(await piece.arrayBuffer()));
  const kept: Kept = {
    kind: 'file',
    fileName: identified.fileName,
    mediaType: identified.mediaType,
    size: form.file.size,
    sha256: hash.digest('hex'),
  };
  return add(context, reference, form, kept, async ({ tx }, evidenceId) => {
    // The row of this very file is there already.
    await lockRoom(tx, 0);
    for (const { index, piece } of pieces(form.file)) {
      await tx.fileChunk.create({
        data: { evidenceId, index, bytes: new Uint8Array(await piece.arrayBuffer()) },
      });
    }
  });
}

/** Asked before a file is read and scanned; asked again, on the locked row, when it is stored. */
async function demandBeforehand(context: Context, reference: string): Promise<void> {
  const [item] = await queryRows(context.db, OWNED)`SELECT i.kind::text, i."ownerId" FROM "Item" i
    WHERE i.reference = ${reference} AND ${visibleItem(context.actor)}`;
  if (!item) throw new NotFoundError(reference);
  demand(context, 'addEvidence', item);
}

/** Evidence stays readable, marked as withdrawn, and no longer counts. @throws NotFoundError, NotAllowedError, RuleError */
export function withdrawEvidence(
  context: Context,
  evidenceId: string,
  form: WithdrawEvidence,
): Promise<void> {
  return change(
    context,
    { action: 'withdrawEvidence', subject: evidenceId, form },
    async (by) => {
      const { evidence, item, events } = await lockEvidence(by, evidenceId);
      demand(context, 'withdrawEvidence', {
        kind: item.kind,
        ownerId: item.ownerId,
        addedById: evidence.authorId,
      });
      demandOpen(item);
      if (events.some((event) => event.kind === 'withdrawn')) {
        throw new RuleError({ '': 'It has been withdrawn already.' });
      }
      const recordedAt = await recordTime(by, item);
      await by.tx.evidenceEvent.create({
        data: {
          evidenceId,
          number: events.length + 1,
          kind: 'withdrawn',
          recordedAt,
          ...author(context),
          reason: form.reason,
        },
      });
      await by.record({
        kind: 'evidence.withdrawn',
        itemId: item.id,
        evidenceId,
        recordedAt,
        reason: form.reason,
      });
    },
    () => undefined,
  );
}

export interface EvidenceFile {
  fileName: string;
  mediaType: string;
  size: number;
  sha256: string;
  /** The bytes, a row of 1 MiB at a time, so that memory stays bounded. */
  bytes: AsyncGenerator<Uint8Array<ArrayBuffer>>;
}

/** Opens a file for download. @throws NotFoundError when there is none the actor may see, GoneError */
export async function openEvidenceFile(
  context: Context,
  evidenceId: string,
): Promise<EvidenceFile> {
  if (!can(context.actor, 'read')) throw new NotFoundError('That file');
  const evidence = await seesEvidence(context, evidenceId);
  if (evidence?.kind !== 'file') throw new NotFoundError('That file');
  const redacted = await context.db.redaction.findFirst({
    where: ofFiles([evidence.id]),
    include: { outcome: true },
  });
  if (redacted?.outcome) {
    const day = formatDate(londonDay(redacted.outcome.recordedAt));
    throw new GoneError(`This file was redacted on ${day}. Reason: ${redacted.reason}`);
  }
  const { fileName, mediaType, size, sha256 } = evidence;
  async function* bytes() {
    for (let index = 0; index * CHUNK_BYTES < (size ?? 0); index += 1) {
      const chunk = await context.db.fileChunk.findUniqueOrThrow({
        where: { evidenceId_index: { evidenceId, index } },
      });
      yield chunk.bytes;
    }
  }
  return {
    fileName: fileName ?? '',
    mediaType: mediaType ?? '',
    size: size ?? 0,
    sha256: sha256 ?? '',
    bytes: bytes(),
  };
}
