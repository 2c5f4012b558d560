import type { MinutesDocument } from '@/lib/domain/minutes';
import type { PaperFile, PaperModel } from '@/lib/domain/paper-model';
import type { ExportFormat, RegisterExport } from '@/lib/domain/register-export';
import { tableCsv } from '@/lib/spreadsheets/csv';
import { registerWorkbook } from '@/lib/spreadsheets/register-workbook';
import { paperFace, paperFiles } from './files';
import { minutesFile } from './minutes';

interface Register {
  file: RegisterExport;
  format: ExportFormat;
  origin: string;
}

/** What is drawn beside the thread that answers requests: from typed views to the bytes of files. */
export const DRAWINGS = {
  /** One face of a paper; null for a name that is none. */
  face: (it: { model: PaperModel; name: string; origin: string }): Promise<PaperFile | null> =>
    paperFace(it.model, it.name, it.origin),

  /** All files of a paper. */
  paper: (it: { model: PaperModel; origin: string }): Promise<PaperFile[]> =>
    paperFiles(it.model, it.origin),

  async register({ file, format, origin }: Register): Promise<Uint8Array<ArrayBuffer>> {
    const csv = format === 'csv' && new TextEncoder().encode(tableCsv(file.table));
    return new Uint8Array(csv || (await registerWorkbook(file, origin)));
  },

  minutes: async (document: MinutesDocument): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await minutesFile(document)),
};
