import { crc32, deflateRawSync } from 'node:zlib';

const DEFLATED = 8;

/** Numbers of two or four bytes one after another, least significant first. */
function fields(...values: (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  return Buffer.concat(
    values.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}

/** A ZIP archive of texts by the names of their files, as no honest program would write it. */
export function zipped(texts: Record<string, string>): Buffer {
  const contents: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [file, text] of Object.entries(texts)) {
    const [name, bytes] = [Buffer.from(file), Buffer.from(text)];
    const packed = deflateRawSync(bytes);
    const about = Buffer.concat([
      fields([2, 20], [2, 0], [2, DEFLATED], [4, 0], [4, crc32(bytes)]),
      fields([4, packed.length], [4, bytes.length], [2, name.length], [2, 0]),
    ]);
    const entry = Buffer.concat([fields([4, 0x04034b50]), about, name, packed]);
    const place = fields([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
    directory.push(fields([4, 0x02014b50], [2, 20]), about, place, name);
    contents.push(entry);
    offset += entry.length;
  }
  const listed = Buffer.concat(directory);
  const count = Object.keys(texts).length;
  const end = [
    fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count]),
    fields([4, listed.length], [4, offset], [2, 0]),
  ];
  return Buffer.concat([...contents, listed, ...end]);
}
