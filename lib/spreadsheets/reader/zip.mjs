// @ts-check
import { fromBuffer } from 'yauzl';
import { Refusal } from './refusal.mjs';

/** Parts an Office file may have at most; a workbook of a hundred sheets has some three hundred. */
const MOST_PARTS = 5000;

/** What a part may unpack to between two elements: a cell holds no more than 32,767 characters. */
export const LONGEST_GAP = 1024 * 1024;

/**
 * A zip of which nothing is unpacked until it is read, in pieces, and counted: what the directory
 * says about sizes is checked first and not believed after.
 * @typedef {{
 *   names: ReadonlySet<string>,
 *   has(name: string): boolean,
 *   read(name: string): AsyncGenerator<Uint8Array, void, void>,
 * }} Zip
 */

/**
 * @param {Uint8Array} bytes
 * @param {{ unpackedBytes: number }} limits
 * @returns {Promise<Zip>} parts by their name in small letters
 */
export async function openZip(bytes, limits) {
  const { file, parts } = await directory(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
  );
  let declared = 0;
  for (const part of parts.values()) declared += part.uncompressedSize;
  if (declared > limits.unpackedBytes) throw new Refusal('bomb');
  let unpacked = 0;

  /** @param {string} name */
  async function* read(name) {
    const part = parts.get(name);
    if (!part) throw new Refusal('broken');
    if (part.isEncrypted()) throw new Refusal('password');
    const stream = await opened(file, part);
    try {
      for await (const chunk of stream) {
        unpacked += chunk.length;
        if (unpacked > limits.unpackedBytes) throw new Refusal('bomb');
        yield/** @type {Uint8Array} */ (chunk);
      }
    } catch (error) {
      throw error instanceof Refusal ? error : brokenBy(error);
    }
  }
  return { names: new Set(parts.keys()), has: (name) => parts.has(name), read };
}

/** @param {unknown} error */
function brokenBy(error) {
  // More came out than the directory says: nobody's slip.
  const lying = error instanceof Error && error.message.startsWith('too many bytes');
  return new Refusal(lying ? 'bomb' : 'brokenZip');
}

/**
 * @param {Buffer} buffer
 * @returns {Promise<{ file: import('yauzl').ZipFile, parts: Map<string, import('yauzl').Entry> }>}
 */
function directory(buffer) {
  return new Promise((resolve, reject) => {
    const broken = () => reject(new Refusal('brokenZip'));
    fromBuffer(buffer, { lazyEntries: false }, (error, file) => {
      if (error || !file) return broken();
      if (file.entryCount > MOST_PARTS) return reject(new Refusal('bomb'));
      /** @type {Map<string, import('yauzl').Entry>} */
      const parts = new Map();
      file.on('entry', (entry) => parts.set(entry.fileName.toLowerCase(), entry));
      file.on('end', () => resolve({ file, parts }));
      file.on('error', broken);
    });
  });
}

/**
 * @param {import('yauzl').ZipFile} file
 * @param {import('yauzl').Entry} part
 * @returns {Promise<import('node:stream').Readable>}
 */
function opened(file, part) {
  return new Promise((resolve, reject) => {
    file.openReadStream(part, (error, stream) => {
      if (error || !stream) reject(new Refusal('brokenZip'));
      else resolve(stream);
    });
  });
}
