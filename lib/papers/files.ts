import type { PaperFile, PaperModel } from '@/lib/domain/paper-model';
import { tableCsv } from '@/lib/spreadsheets/csv';
import { paperExcel } from './excel';
import { ARCHIVE_NAME, FACE_NAMES } from './file-names';
import { paperHtml } from './html';
import { paperZip } from './package';
import { paperPdf, summaryPdf } from './pdf';
import { paperWord } from './word';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The faces of a paper that stand alone, by the names of their files. */
const FACES: Record<
  (typeof FACE_NAMES)[number],
  { mediaType: string; draw(model: PaperModel, origin: string): Promise<Uint8Array> }
> = {
  'paper.docx': { mediaType: WORD, draw: paperWord },
  'paper.pdf': { mediaType: 'application/pdf', draw: paperPdf },
  'paper.xlsx': { mediaType: EXCEL, draw: paperExcel },
  'summary.pdf': { mediaType: 'application/pdf', draw: summaryPdf },
  'paper.html': {
    mediaType: 'text/html; charset=utf-8',
    draw: async (model) => new TextEncoder().encode(paperHtml(model)),
  },
};
const ARCHIVE = { name: ARCHIVE_NAME, mediaType: 'application/zip' };

const isFace = (name: string): name is keyof typeof FACES => Object.hasOwn(FACES, name);
const isPdf = (name: string) => name.endsWith('.pdf');

/** One face of a paper; null for a name that is none. @throws Error when it cannot be drawn */
export async function paperFace(
  model: PaperModel,
  name: string,
  origin: string,
): Promise<PaperFile | null> {
  if (name === ARCHIVE.name) return (await paperFiles(model, origin)).at(-1) ?? null;
  const face = isFace(name) && FACES[name];
  return face ? { name, mediaType: face.mediaType, bytes: await face.draw(model, origin) } : null;
}

/**
 * Every file of a paper: its faces, a CSV for each table of its appendices within the archive, and
 * the archive last.
 * @param origin where the app is: references in the Excel file lead there
 * @throws Error when one cannot be drawn
 */
export async function paperFiles(model: PaperModel, origin: string): Promise<PaperFile[]> {
  const face = async (name: string) => {
    const file = await paperFace(model, name, origin);
    if (!file) throw new Error(`${name} is no face of a paper.`);
    return file;
  };
  // PDFs are drawn in a thread of their own, meanwhile the others.
  // An addendum has no summary.
  const names = FACE_NAMES.filter(
    (name) => name !== 'summary.pdf' || model.summary.parts.length > 0,
  );
  const pdfs = Promise.all(names.filter(isPdf).map(face));
  // Should they fail while the others are drawn, that is told below.
  pdfs.catch(() => undefined);
  const others: PaperFile[] = [];
  for (const name of names.filter((one) => !isPdf(one))) {
    others.push(await face(name));
  }
  const order = names.map(String);
  const faces = [...(await pdfs), ...others].sort(
    (a, b) => order.indexOf(a.name) - order.indexOf(b.name),
  );
  const tables = model.appendices.flatMap(({ parts }) =>
    parts.map((table) => ({
      name: `${table.key}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      bytes: new TextEncoder().encode(tableCsv(table)),
    })),
  );
  const bytes = paperZip([...faces, ...tables], new Date(model.cutOff));
  return [...faces, { ...ARCHIVE, bytes }];
}
