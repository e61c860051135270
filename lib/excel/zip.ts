import { constants, crc32, deflateRaw } from 'node:zlib';
import { promisify } from 'node:util';

/** A file of the archive, in pieces made as they are asked for. */
export type ZipEntry = { name: string; pieces: AsyncIterable<string> };

// Fast rather than small: the next level takes twice the time for a tenth of the size.
const OPTIONS = { level: 1, finishFlush: constants.Z_SYNC_FLUSH };
const compress = promisify<Buffer, typeof OPTIONS, Buffer>(deflateRaw);
const LAST_BLOCK = Buffer.from([0x03, 0x00]); // an empty one, marked as the last

const VERSION = 20;
const FLAGS = 0x0808; // sizes follow the content; names are UTF-8
const DEFLATED = 8;
const DAY_ONE = 0x0021; // 1980-01-01, the first there is: the same table is the same file
const MOST = 0xffff_ffff;

type Written = { name: Buffer; crc: number; packed: number; size: number; offset: number };

/** Numbers one after another, of two or four bytes, least significant first. */
function fields(...values: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const buffer = Buffer.alloc(values.reduce((length, [bytes]) => length + bytes, 0));
  let at = 0;
  for (const [bytes, value] of values) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}

const localHeader = (name: Buffer) =>
  Buffer.concat([
    fields([4, 0x04034b50], [2, VERSION], [2, FLAGS], [2, DEFLATED], [2, 0], [2, DAY_ONE]),
    fields([4, 0], [4, 0], [4, 0], [2, name.length], [2, 0]),
    name,
  ]);

const sums = ({ crc, packed, size }: Written) => fields([4, crc], [4, packed], [4, size]);

const directoryEntry = (entry: Written) =>
  Buffer.concat([
    fields([4, 0x02014b50], [2, VERSION], [2, VERSION], [2, FLAGS], [2, DEFLATED]),
    fields([2, 0], [2, DAY_ONE]),
    sums(entry),
    fields([2, entry.name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, entry.offset]),
    entry.name,
  ]);

function directory(entries: readonly Written[], offset: number): Buffer {
  const listed = Buffer.concat(entries.map(directoryEntry));
  const count = entries.length;
  const end = [
    fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count]),
    fields([4, listed.length], [4, offset], [2, 0]),
  ];
  return Buffer.concat([listed, ...end]);
}

/**
 * Each piece is compressed by itself, in the thread pool, while the next one is made: the blocks of
 * one after another are one stream. Nothing is kept but the piece under way.
 */
async function* packed(pieces: AsyncIterable<string>, entry: Written): AsyncGenerator<Buffer> {
  let under: Promise<Buffer> | undefined;
  for await (const piece of pieces) {
    const before = await under;
    const bytes = Buffer.from(piece);
    entry.crc = crc32(bytes, entry.crc);
    entry.size += bytes.length;
    under = compress(bytes, OPTIONS);
    under.catch(() => {}); // told where it is awaited
    if (before) yield before;
  }
  if (under) yield await under;
  yield LAST_BLOCK;
}

/**
 * A ZIP archive of the entries, in pieces made as they are asked for. Without the 64-bit extension,
 * which not every reader of a stream knows: throws where 4 GiB are passed.
 */
export async function* zip(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for await (const { name, pieces } of entries) {
    const entry = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, offset };
    const header = localHeader(entry.name);
    yield header;
    for await (const block of packed(pieces, entry)) {
      entry.packed += block.length;
      yield block;
    }
    offset += header.length + entry.packed + 16;
    if (Math.max(offset, entry.size) > MOST) throw new Error('The archive would pass 4 GiB.');
    yield Buffer.concat([fields([4, 0x08074b50]), sums(entry)]);
    written.push(entry);
  }
  yield directory(written, offset);
}
