import { createHash } from 'node:crypto';
import { formatDate, londonDay } from '@/lib/domain/dates';
import { GoneError, NotFoundError } from '@/lib/domain/errors';
import { CHUNK_BYTES } from '@/lib/domain/evidence';
import { ISSUED_FILE_NAME, type PaperAudience, parseIssueAddress } from '@/lib/domain/paper-issue';
import type { PaperFile } from '@/lib/domain/paper-model';
import { can } from '@/lib/domain/permissions';
import type { Change } from './change';
import type { Context } from './context';
import { findMeeting } from './find-meeting';
import { membersReader } from './paper-audience';
import { recordedBy } from './record';

/** Keeps the files of an issue in rows of 1 MiB, inside the transaction that writes the issue. */
export async function storeIssuedFiles(
  { tx }: Pick<Change, 'tx'>,
  issueId: string,
  made: ReadonlyArray<{ audience: PaperAudience; files: readonly PaperFile[] }>,
): Promise<void> {
  for (const { audience, files } of made) {
    for (const [ordinal, { name, mediaType, bytes }] of files.entries()) {
      if (!ISSUED_FILE_NAME.test(name)) throw new Error(`${name} is no name for a file.`);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const key = { issueId, audience, name };
      await tx.issuedFile.create({
        data: { ...key, ordinal, mediaType, size: bytes.length, sha256 },
      });
      for (let index = 0; index * CHUNK_BYTES < bytes.length; index += 1) {
        const piece = bytes.slice(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES);
        await tx.issuedFileChunk.create({
          data: { ...key, index, bytes: new Uint8Array(piece) },
        });
      }
    }
  }
}

/** One file of an issued paper, ready to be sent. */
export interface OpenedPaperFile {
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  sha256: string;
  /** A row of 1 MiB at a time, so that memory stays bounded. */
  bytes: AsyncGenerator<Uint8Array<ArrayBuffer>>;
}

/**
 * Opens a file of an issued paper.
 * @param address '2' or 'addendum-1'
 * @throws NotFoundError when there is none the actor may see, GoneError of a withdrawn paper
 */
export async function openPaperFile(
  context: Context,
  slug: string,
  address: string,
  audience: PaperAudience,
  name: string,
): Promise<OpenedPaperFile> {
  const missing = () => new NotFoundError('That file');
  const key = parseIssueAddress(address);
  if (!key || !ISSUED_FILE_NAME.test(name) || !can(context.actor, 'read')) throw missing();
  const meeting = await findMeeting(context, slug);
  const file = await context.db.issuedFile.findFirst({
    where: { audience, name, issue: { meetingId: meeting.id, ...key, ...recordedBy(context) } },
    include: { issue: { select: { recordedAt: true, withdrawal: true } } },
  });
  if (!file) throw missing();
  if (audience === 'members' && !(await membersReader(context))(file.issue)) throw missing();
  const { withdrawal } = file.issue;
  if (withdrawal) {
    const day = formatDate(londonDay(withdrawal.recordedAt));
    throw new GoneError(`This paper was withdrawn on ${day}. Reason: ${withdrawal.reason}`);
  }
  const { issueId, mediaType, size, sha256 } = file;
  async function* bytes() {
    for (let index = 0; index * CHUNK_BYTES < size; index += 1) {
      const chunk = await context.db.issuedFileChunk.findUniqueOrThrow({
        where: { issueId_audience_name_index: { issueId, audience, name, index } },
      });
      yield chunk.bytes;
    }
  }
  return { name, mediaType, size, sha256, bytes: bytes() };
}
