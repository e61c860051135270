import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

// Pictures for tests, as people and attackers upload them.

type Format = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'tiff';

/** A noisy picture, so that a cut-off one is cut off inside its pixels. */
export const picture = (format: Format, width = 300, height = 260): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#a33', noise: NOISE } })
    .toFormat(format)
    .toBuffer();

const NOISE = { type: 'gaussian', mean: 128, sigma: 40 } as const;

/** A JPEG as a phone writes it: lying on its side, with the place where it was taken. */
export const fromPhone = (): Promise<Buffer> =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: 'blue' } })
    .composite([
      {
        input: { create: { width: 400, height: 60, channels: 3, background: 'red' } },
        top: 0,
        left: 0,
      },
    ])
    .jpeg()
    .withMetadata({
      orientation: 6,
      exif: {
        IFD0: { Copyright: 'canary' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 27/1 0/1' },
      },
    })
    .toBuffer();

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

// The seven passes of an interlaced PNG: first column, step, first row, step (Adam7).
const PASSES = [
  [0, 8, 0, 8],
  [4, 8, 0, 8],
  [0, 4, 4, 8],
  [2, 4, 0, 4],
  [0, 2, 2, 4],
  [1, 2, 0, 2],
  [0, 1, 1, 2],
] as const;

const bytesOf = (width: number, height: number) => height * (1 + Math.ceil(width / 8));

const interlacedBytes = (width: number, height: number) =>
  PASSES.reduce(
    (sum, [x, dx, y, dy]) =>
      sum + bytesOf(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)),
    0,
  );

/**
 * A valid black PNG of this size, one bit a pixel: small to send, large to decode. An interlaced one
 * cannot be decoded row by row.
 */
export function blackPng(width: number, height: number, interlaced = false): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header[8] = 1; // bits a pixel, greyscale
  header[12] = interlaced ? 1 : 0;
  const rows = Buffer.alloc(interlaced ? interlacedBytes(width, height) : bytesOf(width, height));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** The same PNG said to be animated. */
export function animatedPng(png: Buffer): Buffer {
  const afterHeader = SIGNATURE.length + 25;
  const frames = Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]);
  return Buffer.concat([
    png.subarray(0, afterHeader),
    chunk('acTL', frames),
    png.subarray(afterHeader),
  ]);
}

/** The bytes as a chosen file. */
export const uploaded = (bytes: Uint8Array | string, name = 'photo.jpg'): File =>
  new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name);
