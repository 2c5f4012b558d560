import { strFromU8, unzipSync } from 'fflate';

/** What XML 1.0 has no way to say: a file that holds one does not open. */
const UNSAYABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** The parts of a Word file by name, as text. */
export function partsOf(bytes: Uint8Array): (name: string) => string {
  const parts = unzipSync(bytes);
  return (name) => strFromU8(parts[name] ?? new Uint8Array());
}

/** The parts that no reader of XML would take. */
export function brokenParts(bytes: Uint8Array): string[] {
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => /\.(xml|rels)$/.test(name))
    .filter(([, part]) => UNSAYABLE.test(strFromU8(part)))
    .map(([name]) => name);
}
