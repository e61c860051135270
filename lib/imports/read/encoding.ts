import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import { ENCODINGS, type Encoding } from '../schema';
import { refused } from './refuse';

const MARKS: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

// As the web decodes them: the Windows set contains the older one.
const WIDER: Record<string, string> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-6': 'windows-1256',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
  'iso-8859-9': 'windows-1254',
};

const SAMPLE = 64 * 1024;

function asEncoding(name: string): Encoding | undefined {
  const lower = name.toLowerCase();
  const wide = WIDER[lower] ?? lower;
  return ENCODINGS.find((known) => known === wide);
}

/** UTF-16 without its mark: every second byte of plain text is zero. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 5 && even === 0) return 'utf-16le';
  return even > sample.length / 5 && odd === 0 ? 'utf-16be' : undefined;
}

/** How the text is encoded: certain by its mark or by being UTF-8; guessed otherwise. */
export function encodingOf(bytes: Uint8Array): { encoding: Encoding; isGuess: boolean } {
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked) return { encoding: marked[0], isGuess: false };
  const wide = unmarkedUtf16(bytes);
  if (wide) return { encoding: wide, isGuess: true };
  if (isUtf8(bytes)) return { encoding: 'utf-8', isGuess: false };
  // The guess rests on what is not ASCII, wherever it begins.
  const from = Math.max(0, bytes.findIndex((byte) => byte > 0x7f) - SAMPLE / 4);
  const guesses = analyse(bytes.subarray(from, from + SAMPLE)).map(({ name }) => asEncoding(name));
  const guess = guesses.find((name) => name !== undefined && name !== 'utf-8');
  return { encoding: guess ?? 'windows-1252', isGuess: true };
}

/** The text piece by piece. Refuses what is no text in this encoding. */
export function* textOf(bytes: Uint8Array, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (piece?: Uint8Array) => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      throw refused('The file is no text in this encoding. Choose another encoding below.');
    }
  };
  for (let at = 0; at < bytes.length; at += SAMPLE) {
    const text = decode(bytes.subarray(at, at + SAMPLE));
    if (text.includes('\0')) {
      throw refused('The file is no text and no workbook. Save it as .xlsx or .csv first.');
    }
    yield text;
  }
  yield decode();
}
