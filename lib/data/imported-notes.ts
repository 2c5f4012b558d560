import type { ImportedNoteView } from '@/lib/domain/imported-note-view';
import { can } from '@/lib/domain/permissions';
import { redactPath } from '@/lib/domain/redaction';
import { toAuthor } from './authors';
import type { Context } from './context';
import { toPlainDate } from './plain-date';
import { recordedBy } from './record';

/**
 * What imports have kept with an item: by the days it was reported on, the latest first, then
 * notes without one. Part of reading the item: whoever may see it may see these.
 */
export async function listImportedNotes(
  context: Context,
  itemId: string,
): Promise<ImportedNoteView[]> {
  const rows = await context.db.importedNote.findMany({
    where: { itemId, ...recordedBy(context) },
    include: { author: true, import: { select: { fileName: true } } },
    orderBy: [
      { statedOn: { sort: 'desc', nulls: 'last' } },
      { recordedAt: 'desc' },
      { row: 'asc' },
      { ordinal: 'asc' },
    ],
  });
  const mayRedact = !context.asAt && can(context.actor, 'redact');
  return rows.map((row) => ({
    id: row.id,
    heading: row.heading,
    text: row.text,
    statedOn: toPlainDate(row.statedOn),
    rag: row.rag,
    at: row.recordedAt.toISOString(),
    author: toAuthor(row.author),
    fileName: row.import.fileName,
    row: row.row,
    redact: mayRedact ? redactPath({ table: 'ImportedNote', key: { id: row.id } }) : null,
  }));
}
