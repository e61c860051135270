import 'server-only';
import sharp from 'sharp';
import { AppError, invalid } from '@/lib/core/errors';
import { turns } from '@/lib/core/in-turn';
import { MAXIMUM_PHOTO } from './policy';

// Two decoders and no other, whatever a file calls itself (security 40).
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] });
sharp.concurrency(1);
sharp.cache(false); // a picture is read once

// Pictures share the thread pool with argon2id: many at a time would keep sign-ins waiting. Each that
// waits holds its upload in memory.
const inTurn = turns(
  2,
  20,
  () => new AppError('throttled', 'Many photos are coming in just now. Try again in a minute.'),
);

const SIDE = 512;
const SMALLEST_SIDE = 200;
const MOST_PIXELS = 25_000_000;
const LONGEST_SECONDS = 10; // thousands of scans or chunks cost time, not size

/** A photo as it is kept: WebP, 512 × 512, with nothing of the upload but the picture. */
export type Prepared = Uint8Array<ArrayBuffer>;

const refused = (message: string) => invalid({ photo: message });

// Of the header alone: whatever it announces, nothing of that size is decoded.
async function sizeOf(bytes: Buffer) {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    throw refused('This is no photo that can be read. Choose a JPEG or PNG.');
  }
}

async function assertFits(bytes: Buffer) {
  const { width, height, pages } = await sizeOf(bytes);
  if (Math.min(width, height) < SMALLEST_SIDE) {
    throw refused(`The photo is ${width} × ${height} pixels. It needs at least 200 × 200.`);
  }
  if (width * height > MOST_PIXELS) {
    throw refused('The photo has more than 25 megapixels. Choose a smaller one.');
  }
  // An animated PNG says so before its first picture.
  const head = bytes.subarray(0, Math.max(0, bytes.indexOf('IDAT')));
  if ((pages ?? 1) > 1 || head.includes('acTL')) {
    throw refused('The photo is animated. Choose one that stands still.');
  }
}

const reencoded = (bytes: Buffer): Promise<Buffer> =>
  sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .timeout({ seconds: LONGEST_SECONDS })
    .autoOrient()
    .resize(SIDE, SIDE, { fit: 'cover' })
    .webp({ quality: 82 })
    .toBuffer()
    .catch(() => {
      throw refused('The photo is broken or cut off. Choose another.');
    });

/**
 * Checks an uploaded photo and makes of it what is kept: turned upright, cropped, without any
 * metadata, in the thread pool (spec §7, security 40). Refuses at the field `photo` what is no JPEG
 * or PNG, too small, too large, animated or cut off.
 */
export async function preparePhoto(file: File): Promise<Prepared> {
  if (file.size > MAXIMUM_PHOTO) throw refused('The photo is larger than 2 MB.');
  const bytes = Buffer.from(await file.arrayBuffer());
  return inTurn(async () => {
    await assertFits(bytes);
    return new Uint8Array(await reencoded(bytes));
  });
}
