import type { RefusalKey } from './refusals';

/** What the reader's thread makes of the bytes: it looks into the zip, or reads the text. */
export type Head = 'zip' | 'text' | { refused: RefusalKey };

/** Compound files: Excel before 2007, and everything Office has encrypted. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const UTF8 = [0xef, 0xbb, 0xbf];
const UTF16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/** Names that text may come with: many programs call their tab-separated text .xls. */
const TEXT_NAMES = /\.(csv|tsv|tab|txt|xls|xlsx)$/i;

const MARKUP = /^<(!doctype\s+html|!--|html|head|body|meta|title|style|script|table|div|font)\b/i;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this looks for
const CONTROLS = /[\x00-\x08\x0e-\x1f\x7f]/g;

function share(text: string, what: RegExp): number {
  return (text.match(what)?.length ?? 0) / text.length;
}

function begins(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

function compound(bytes: Uint8Array): RefusalKey {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = (stream: string) => file.includes(Buffer.from(stream, 'utf16le'));
  if (names('EncryptedPackage')) return 'password';
  return names('Workbook') || names('Book') ? 'oldExcel' : 'otherOffice';
}

/** Tells a file by its first bytes, and by its name only where it is text. */
export function headOf(bytes: Uint8Array, fileName: string): Head {
  if (bytes.length === 0) return { refused: 'empty' };
  if (begins(bytes, OLE)) return { refused: compound(bytes) };
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'zip';
  // A zip with nothing in it, and a part of one that was split.
  if (begins(bytes, [0x50, 0x4b, 0x05, 0x06])) return { refused: 'otherZip' };
  if (begins(bytes, [0x50, 0x4b, 0x07, 0x08])) return { refused: 'brokenZip' };
  if (UTF16.some((mark) => begins(bytes, mark))) return 'text';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096)).replace(/^ï»¿/, '');
  if (head.includes('%PDF-') && head.indexOf('%PDF-') < 1024) return { refused: 'pdf' };
  if (!begins(bytes, UTF8)) {
    const [nuls, controls] = [share(head, /\0/g), share(head, CONTROLS)];
    // UTF-16 without its mark: every other byte of English is nothing.
    if (nuls > 0.3) return { refused: 'unknownText' };
    // A few come with text that was pasted from elsewhere.
    if (nuls > 0 || controls > 0.05) return { refused: 'other' };
  }
  const start = head.trimStart();
  if (start.startsWith('<?xml')) {
    return { refused: /Excel\.Sheet|office:spreadsheet/.test(head) ? 'xmlExcel' : 'webPage' };
  }
  if (MARKUP.test(start)) return { refused: 'webPage' };
  if (start.startsWith('{\\rtf')) return { refused: 'other' };
  const named = /\.[^.\s/\\]{1,8}$/.test(fileName);
  return !named || TEXT_NAMES.test(fileName) ? 'text' : { refused: 'other' };
}
