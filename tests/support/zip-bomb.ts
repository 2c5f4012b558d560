import { constants, deflateRawSync } from 'node:zlib';
import { strToU8, unzipSync } from 'fflate';

/** A part that was never written out: a head, a block so many times, a tail. */
export interface Bomb {
  part: string;
  head?: string;
  block: string;
  times: number;
  tail?: string;
  /** What the zip says that it unpacks to; the truth where it is not given. */
  declared?: number;
}

/** Deflated so that any number of them can follow each other. */
function piece(text: string): Buffer {
  return deflateRawSync(strToU8(text), { finishFlush: constants.Z_FULL_FLUSH, level: 9 });
}

const END_OF_DEFLATE = Buffer.from([3, 0]);

/** The zip with one of its parts replaced: it stays small, whatever it unpacks to. */
export function bombed(zip: Uint8Array, bomb: Bomb): Uint8Array {
  const { part, head = '', block, times, tail = '' } = bomb;
  const block1 = piece(block);
  const parts = Object.entries(unzipSync(zip)).map(([name, bytes]) => ({
    name,
    size: bytes.length,
    data: deflateRawSync(bytes),
  }));
  const blocks = Array.from({ length: times }, () => block1);
  const entry = {
    name: part,
    size: bomb.declared ?? head.length + block.length * times + tail.length,
    data: Buffer.concat([piece(head), ...blocks, piece(tail), END_OF_DEFLATE]),
  };
  return zipOf([...parts.filter(({ name }) => name !== part), entry]);
}

function zipOf(entries: ReadonlyArray<{ name: string; size: number; data: Buffer }>): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, size, data } of entries) {
    // Version, flags, deflated, no time, no checksum, the sizes, the name, nothing more.
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(size, 18);
    head.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), data]);
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
