import type { Readable } from 'node:stream';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { AppError } from '@/lib/core/errors';
import { refused } from './refuse';

const MOST_ENTRIES = 1000;
const MOST_UNPACKED = 150 * 1024 * 1024;
const MOST_RATIO = 200; // real sheets pack 10 to 50 times
const SMALL = 1024 * 1024; // below that a ratio means nothing

const BROKEN = 'The workbook is broken or cut off. Open it in Excel and save it anew as .xlsx.';
const BOMB = 'The workbook unfolds to far more than it holds. Copy its rows into a new one.';

/** What an entry says of its size holds: more is an error of the reader, not memory. */
function assertSmall(entries: Entry[]) {
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const bombs = entries.some(
    ({ uncompressedSize, compressedSize }) =>
      uncompressedSize > SMALL && uncompressedSize > MOST_RATIO * compressedSize,
  );
  if (unpacked > MOST_UNPACKED || bombs) throw refused(BOMB);
}

function assertWorkbook(names: string[]) {
  if (names.some((name) => /vbaProject|macrosheets\//i.test(name))) {
    throw refused(
      'The workbook holds macros. Save it as .xlsx, without them, and choose that file.',
    );
  }
  if (!names.includes('xl/workbook.xml')) {
    throw refused('This is no Excel workbook. Save it as .xlsx or .csv first.');
  }
}

/** An opened workbook: its parts by name, each read as a stream. */
export type Archive = { has: (name: string) => boolean; open: (name: string) => Promise<Readable> };

async function list(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    entries.push(entry);
    if (entries.length > MOST_ENTRIES) throw refused(BOMB);
  }
  return entries;
}

/**
 * Opens a workbook without unpacking it. Refuses what is none, what holds macros, and what would
 * unfold to more than a workbook of people has (zip bombs), by the sizes its parts announce; a part
 * that is larger than announced fails when it is read.
 */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true });
    const entries = await list(zip);
    assertSmall(entries);
    assertWorkbook(entries.map(({ fileName }) => fileName));
    const byName = new Map(entries.map((entry) => [entry.fileName, entry]));
    const open = async (name: string) => {
      const entry = byName.get(name);
      if (!entry) throw refused(BROKEN);
      return zip.openReadStreamPromise(entry);
    };
    return { has: (name) => byName.has(name), open };
  } catch (error) {
    throw said(error);
  }
}

/** What went wrong, as it is told: ours as it is, the archive's own as a broken workbook. */
export const said = (error: unknown): unknown =>
  error instanceof AppError ? error : refused(BROKEN);
