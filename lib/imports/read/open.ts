import 'server-only';
import { csvRows, textFile } from './csv';
import type { PeopleFile } from './file';
import { headed } from './header';
import { refused } from './refuse';
import type { Reading } from '../schema';
import { workbookFile } from './workbook';

const begins = (bytes: Buffer, ...start: number[]) => start.every((byte, i) => bytes[i] === byte);

/** The container of old Office files, and of new ones with a password. */
function refuseOld(bytes: Buffer): never {
  const isLocked = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
  throw refused(
    isLocked
      ? 'The workbook is protected with a password. Save it without one, then choose it again.'
      : 'This is the format of Excel before 2007. Save it as .xlsx, then choose it again.',
  );
}

/**
 * Opens a file of people, whatever it calls itself: what it is, it shows by its first bytes. Its
 * rows are read while they are asked for. Refuses, at the field `file`, what cannot be read.
 */
export async function openPeopleFile(
  name: string,
  bytes: Buffer,
  reading: Reading,
): Promise<PeopleFile> {
  if (bytes.length === 0) throw refused('The file is empty.');
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) refuseOld(bytes);
  if (begins(bytes, 0x50, 0x4b)) return workbookFile(bytes, reading);
  if (/\.xls[a-z]?$/i.test(name)) {
    throw refused('This is no Excel workbook, though its name says so. Save it as .xlsx or .csv.');
  }
  const text = textFile(bytes, reading);
  const { headers, headerRow, above, rows } = await headed(csvRows(bytes, text));
  return { source: { kind: 'csv', ...text, headerRow, above, hidden: 0 }, headers, rows };
}
