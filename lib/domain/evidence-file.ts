import { fileTypeFromBlob } from 'file-type';
import { FILE_LIMIT } from './evidence';
import { mendLine } from './mend-text';

/** What may be kept as evidence: the extension a file must have, and the type it is served as. */
export const FILE_KINDS = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  png: 'image/png',
  jpg: 'image/jpeg',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
} as const;
type FileKind = keyof typeof FILE_KINDS;

/** For the file chooser and for hints. */
export const ACCEPTED_FILES = '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.csv,.txt,.png,.jpg,.jpeg';
const LIST = 'PDF, Word, Excel, PowerPoint, OpenDocument, CSV, text, PNG or JPEG';

/** What of a file the check needs: a browser's File has it, and so does Node's. */
export interface NamedBlob extends Blob {
  readonly name: string;
}

export type Identified = { mediaType: string; fileName: string } | { refused: string };

/** The last part of a name, without what file systems, headers or screens could trip over. */
export function safeFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = mendLine(last)
    .replace(/[\p{Cf}"<>|:*?]/gu, '')
    .normalize('NFC')
    .trim();
  const extension = clean.match(/\.[a-z0-9]{1,5}$/i)?.[0] ?? '';
  const stem = clean
    .slice(0, clean.length - extension.length)
    .replace(/^[.\s]+/, '')
    .slice(0, 120 - extension.length)
    // The cut may have left half of a character, or a space.
    .replace(/\p{Cs}$/u, '')
    .trimEnd();
  return (stem || 'evidence') + extension;
}

/** Without its dot, in small letters; '' for a name without one. */
function extensionOf(name: string): string {
  const extension = name.match(/\.([^.]+)$/)?.[1]?.toLowerCase() ?? '';
  return extension === 'jpeg' ? 'jpg' : extension;
}

const MACRO_TYPES = /^(doc|dot|xls|xlt|xla|ppt|pot|pps|ppa)[mx]?$/;

/** Parts of a zip that hold macros: Office's; OpenDocument's lists of Basic libraries; its scripts. */
const MACRO_PARTS = [
  'vbaProject.bin',
  'Basic/Standard/',
  'Basic/script-lc.xml',
  'Scripts/python/',
  'Scripts/javascript/',
  'Scripts/beanshell/',
];

/** A name in a zip's directory stands there uncompressed, so macros show without unpacking. */
async function holdsMacros(file: Blob): Promise<boolean> {
  const bytes = Buffer.from(await file.arrayBuffer());
  return MACRO_PARTS.some((name) => bytes.includes(name));
}

/** What browsers take for a web page by its head (WHATWG MIME sniffing), SVG, and `#!` scripts. */
const MARKUP_OR_SCRIPT =
  /^(#!|<(!doctype|!--|\?xml|(html|head|body|script|style|title|meta|link|base|svg|math|iframe|object|embed|img|form|table|font|div|br|h[1-6]|[abp])\b))/i;

/** True for UTF-8 or Windows-1252 text without control characters, and without markup at its head. */
async function isPlainText(file: Blob): Promise<boolean> {
  const bytes = Buffer.from(await file.arrayBuffer());
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this looks for
  if (/[\x00-\x08\x0e-\x1f\x7f]/.test(bytes.toString('latin1'))) return false;
  const head = bytes
    .subarray(0, 4096)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  return !MARKUP_OR_SCRIPT.test(head);
}

/**
 * Tells a file's type by its content, and refuses what is not accepted or not what its name says.
 * @returns the type to serve it as and a safe name, or the sentence that refuses it
 */
export async function identifyFile(file: NamedBlob): Promise<Identified> {
  const fileName = safeFileName(file.name);
  const extension = extensionOf(fileName);
  if (file.size === 0) return { refused: 'Choose a file that is not empty' };
  if (file.size > FILE_LIMIT) return { refused: 'The file must be 20 MB or smaller' };

  const found = await fileTypeFromBlob(file);
  let kind: FileKind | undefined;
  if (!found) {
    if (!(await isPlainText(file))) return { refused: `The file must be a ${LIST} file` };
    if (extension === 'csv' || extension === 'txt') kind = extension;
    else return { refused: `The file must be a ${LIST} file` };
  } else if (found.ext in FILE_KINDS) {
    kind = found.ext as FileKind;
  } else if (/^(doc|dot|xls|xlt|ppt|pot|pps)m$/.test(found.ext)) {
    return { refused: 'The file has macros. Save it without macros and choose it again' };
  } else if (found.ext === 'cfb' && MACRO_TYPES.test(extension)) {
    return {
      refused:
        'The file is password-protected or in an old Office format. Save it as .docx, .xlsx or .pptx without a password',
    };
  } else {
    return { refused: `The file must be a ${LIST} file` };
  }
  if (extension === '') {
    return { refused: `The file’s name has no ending. Rename it to end in .${kind}` };
  }
  if (extension !== kind) {
    return {
      refused: `The file is named .${extension} but what it holds is ${kind.toUpperCase()}. Rename it or choose another`,
    };
  }
  if (/^(docx|xlsx|pptx|od[tsp])$/.test(kind) && (await holdsMacros(file))) {
    return { refused: 'The file has macros. Save it without macros and choose it again' };
  }
  return { mediaType: FILE_KINDS[kind], fileName };
}
