import { readFileSync } from 'node:fs';
import { fontFiles } from './fonts';

/** First and last of a run of code points. */
type Range = [number, number];

let known: ReadonlySet<number> | undefined;

/** The code points that some bundled font has a glyph for; read once. */
export function glyphs(): ReadonlySet<number> {
  known ??= new Set(
    fontFiles().flatMap((file) => rangesOf(readFileSync(file)).flatMap(codePointsOf)),
  );
  return known;
}

function codePointsOf([first, last]: Range): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** What the character map of a TrueType font covers: its tables of format 12, else of format 4. */
function rangesOf(font: Buffer): Range[] {
  const map = tableAt(font, 'cmap');
  const subtables = Array.from({ length: font.readUInt16BE(map + 2) }, (_, index) =>
    Number(map + font.readUInt32BE(map + 8 + index * 8)),
  );
  const full = subtables.find((at) => font.readUInt16BE(at) === 12);
  if (full !== undefined) return groups(font, full);
  const basic = subtables.find((at) => font.readUInt16BE(at) === 4);
  return basic === undefined ? [] : segments(font, basic);
}

function tableAt(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index++) {
    const record = 12 + index * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`A bundled font has no table ${tag}.`);
}

function groups(font: Buffer, at: number): Range[] {
  return Array.from({ length: font.readUInt32BE(at + 12) }, (_, index) => {
    const group = at + 16 + index * 12;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
  });
}

function segments(font: Buffer, at: number): Range[] {
  const count = font.readUInt16BE(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + count * 2 + 2;
  // The last segment stands for "nothing more".
  return Array.from({ length: count - 1 }, (_, index) => [
    font.readUInt16BE(starts + index * 2),
    font.readUInt16BE(ends + index * 2),
  ]);
}
