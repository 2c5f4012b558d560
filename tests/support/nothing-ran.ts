import { parse as parseCsv } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { parse } from 'parse5';
import readExcelFile from 'read-excel-file/node';
import { attribute, elementsOf } from './every-page';
import { CANARY } from './hostile-text';
import { readPdf } from './read-pdf';
import { brokenParts } from './word-file';

/** Schemes that run something, however a browser would read them. */
function runsSomething(address: string): boolean {
  // What React puts in place of such an address: it says so in the console, and runs nothing.
  if (address.startsWith("javascript:throw new Error('React has blocked")) return false;
  return /^(javascript|vbscript|data):/i.test(address.replace(/[\p{Cc}\s]/gu, ''));
}
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'xlink:href', 'srcdoc']);

/** What hostile text has become in HTML other than text: nothing, where all is well. */
export function ranInHtml(html: string): string[] {
  const found: string[] = [];
  for (const element of elementsOf(parse(html))) {
    const { tagName, attrs } = element;
    for (const { name, value } of attrs) {
      if (name.startsWith('on') || name.includes(CANARY)) found.push(`<${tagName} ${name}>`);
      // A picture in an <img> is drawn and runs nothing, its own scripts included.
      const picture = tagName === 'img' && value.startsWith('data:image/');
      if (ADDRESSES.has(name) && !picture && runsSomething(value))
        found.push(`<${tagName} ${name}="${value}">`);
    }
    if (tagName === 'img' && attribute(element, 'src') === 'x') found.push('<img src=x>');
    const inner = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
    // What Next hands to its own scripts holds text as strings of a script; a tag that ended one
    // would begin another with the rest.
    if (tagName === 'script' && inner.trimStart().startsWith('window.')) found.push(inner);
    if (tagName === 'style' && inner.includes(CANARY)) found.push('<style>');
  }
  return found;
}

interface ReadFile {
  /** Everything in it that a reader finds. */
  text: string;
  /** What in it could do something other than be read. */
  active: string[];
}

const matches = (text: string, what: RegExp) => [...text.matchAll(what)].map(([found]) => found);

function partsOf(bytes: Uint8Array, names: RegExp): string {
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => names.test(name))
    .map(([, part]) => strFromU8(part))
    .join('\n');
}

const TARGETS = /Target="(?:javascript|vbscript|file|data)[^"]*"/gi;

async function readWorkbook(bytes: Uint8Array): Promise<ReadFile> {
  const sheets = await readExcelFile(Buffer.from(bytes));
  return {
    text: sheets.flatMap(({ data }) => data.flat()).join(' '),
    active: [
      ...matches(partsOf(bytes, /^xl\/worksheets\/.*\.xml$/), /<(?:\w+:)?f[ >][^<]*/g),
      ...matches(partsOf(bytes, /\.rels$/), TARGETS),
      ...Object.keys(unzipSync(bytes)).filter((name) => /vba|externalLink|\.bin$/i.test(name)),
    ],
  };
}

async function readWord(bytes: Uint8Array): Promise<ReadFile> {
  const document = partsOf(bytes, /^word\/.*\.xml$/);
  return {
    text: (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value,
    active: [
      ...brokenParts(bytes),
      ...matches(document, new RegExp(`<w:instrText[^<]*${CANARY}`, 'g')),
      ...matches(document, /<w:object[ >]/g),
      ...matches(partsOf(bytes, /\.rels$/), TARGETS),
    ],
  };
}

async function readPdfFile(bytes: Uint8Array): Promise<ReadFile> {
  const { pages } = await readPdf(new Uint8Array(bytes));
  const raw = Buffer.from(bytes).toString('latin1');
  return {
    text: pages.flatMap(({ runs }) => runs).join(' '),
    active: [
      ...pages.flatMap(({ links }) => links.filter((link) => runsSomething(link))),
      ...matches(raw, /\/(JavaScript|OpenAction|Launch)\b/g),
    ],
  };
}

function readCsv(bytes: Uint8Array): ReadFile {
  const cells: string[] = parseCsv(Buffer.from(bytes), { bom: true }).flat();
  return { text: cells.join(' '), active: cells.filter((cell) => /^[=+@\t\r]|^-\D/.test(cell)) };
}

/** A file of ours as the programs read it that people open it with. */
export async function readHostile(name: string, bytes: Uint8Array): Promise<ReadFile> {
  const kind = name.split('.').at(-1);
  if (kind === 'xlsx') return readWorkbook(bytes);
  if (kind === 'docx') return readWord(bytes);
  if (kind === 'pdf') return readPdfFile(bytes);
  if (kind === 'csv') return readCsv(bytes);
  if (kind === 'html') return { text: strFromU8(bytes), active: ranInHtml(strFromU8(bytes)) };
  if (kind !== 'zip') throw new Error(`Nothing is known that reads ${name}`);
  const read = await Promise.all(
    Object.entries(unzipSync(bytes))
      .filter(([inner]) => !/\.(txt|json|sha256)$/i.test(inner))
      .map(([inner, part]) => readHostile(inner, part)),
  );
  return {
    text: read.map(({ text }) => text).join(' '),
    active: read.flatMap(({ active }) => active),
  };
}
