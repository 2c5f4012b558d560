import { crc32, deflateRawSync } from 'node:zlib';

/** Small files of every kind that matters to what may be kept as evidence. */

interface Entry {
  name: string;
  text: string;
  /** Stored as it is rather than compressed. */
  plain?: boolean;
}

/** A zip as office programs write one. */
function zip(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text, plain } of entries) {
    const raw = Buffer.from(text);
    const data = plain ? raw : deflateRawSync(raw);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(plain ? 0 : 8, 4);
    head.writeUInt32LE(crc32(raw), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(raw.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, place, Buffer.from(name)]),
    );
    parts.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}

/** @param main the content type of its main part. @param more other entries */
export function officeFile(main: string, folder: string, more: readonly Entry[] = []): Buffer {
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${folder}/main.xml" ContentType="${main}+xml"/></Types>`;
  return zip([
    { name: '[Content_Types].xml', text: types },
    { name: '_rels/.rels', text: '<Relationships/>' },
    { name: `${folder}/main.xml`, text: '<document/>' },
    ...more,
  ]);
}

export function openDocument(kind: string, more: readonly Entry[] = []): Buffer {
  return zip([
    { name: 'mimetype', text: `application/vnd.oasis.opendocument.${kind}`, plain: true },
    { name: 'content.xml', text: '<office:document-content/>' },
    ...more,
  ]);
}

const OPENXML = 'application/vnd.openxmlformats-officedocument';
export const WORD = `${OPENXML}.wordprocessingml.document.main`;
export const EXCEL = `${OPENXML}.spreadsheetml.sheet.main`;
export const POWERPOINT = `${OPENXML}.presentationml.presentation.main`;

export const PDF = Buffer.from(
  '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
  'latin1',
);
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const JPEG = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.from('ffdb004300', 'hex'),
  Buffer.alloc(64, 1),
  Buffer.from('ffd9', 'hex'),
]);
export const CSV = Buffer.from('Month,Waiting (days)\r\nMay 2026,"12"\r\nJune 2026,9\r\n');
export const TEXT = Buffer.from('Minutes of the meeting of 3 September 2026.\n');

export const WINDOWS_PROGRAM = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(512)]);
export const LINUX_PROGRAM = Buffer.concat([
  Buffer.from('7f454c4602010100', 'hex'),
  Buffer.alloc(512),
]);
/** Old Office formats, and any Office file with a password, start like this. */
export const COMPOUND_FILE = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(1024),
]);

/** A PDF of a given size whose every MiB differs from the others. */
export function largePdf(size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let state = 42;
  for (let at = 0; at < size; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) | 0;
    bytes[at] = state >>> 16;
  }
  PDF.copy(bytes);
  return bytes;
}

export function sampleFile(name: string, bytes: Uint8Array): File {
  return new File([new Uint8Array(bytes)], name);
}
