import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { animatedPng, blackPng, fromPhone, picture, uploaded } from '@/tests/pictures';
import { preparePhoto } from './prepare';

const refused = (said: RegExp): unknown =>
  expect.objectContaining({
    code: 'invalid',
    fields: { photo: expect.stringMatching(said) as string },
  });

// The decoders of these tests are ours, so a WebP is known by its bytes.
const isWebp = (bytes: Uint8Array) => {
  const text = Buffer.from(bytes).toString('latin1');
  return text.startsWith('RIFF') && text.startsWith('WEBP', 8);
};

/** Width and height as a WebP's VP8 frame says them. */
const sizeOf = (bytes: Uint8Array) => {
  const view = Buffer.from(bytes);
  const frame = view.indexOf(Buffer.from([0x9d, 0x01, 0x2a]));
  return [view.readUInt16LE(frame + 3), view.readUInt16LE(frame + 5)];
};

describe('security 40: a photo', () => {
  it.each(['jpeg', 'png'] as const)('in %s is kept as WebP, 512 × 512', async (format) => {
    const prepared = await preparePhoto(uploaded(await picture(format, 1200, 200)));
    expect(isWebp(prepared)).toBe(true);
    expect(sizeOf(prepared)).toEqual([512, 512]);
  });

  it('goes by what it is, not by its name', async () => {
    const file = uploaded(await picture('png'), 'photo.svg');
    expect(isWebp(await preparePhoto(file))).toBe(true);
  });

  it('loses where it was taken and everything else that is no picture', async () => {
    const original = await fromPhone();
    expect(original.toString('latin1')).toContain('Exif');
    const prepared = Buffer.from(await preparePhoto(uploaded(original)));
    expect(prepared.toString('latin1')).not.toMatch(/exif|canary|GPS|ICCP|XMP/i);
  });

  it('stands upright', async () => {
    const prepared = await preparePhoto(uploaded(await fromPhone()));
    sharp.unblock({ operation: ['VipsForeignLoadWebpBuffer'] });
    const { data, info } = await sharp(prepared).raw().toBuffer({ resolveWithObject: true });
    sharp.block({ operation: ['VipsForeignLoadWebpBuffer'] });
    const at = (x: number, y: number) => data[(y * info.width + x) * info.channels]! > 128;
    // The red edge lay above; turned by a quarter it stands at the right.
    expect([at(500, 256), at(10, 256)]).toEqual([true, false]);
  });

  it('that is HTML too is a photo and nothing more', async () => {
    const html = '<script>alert(1)</script>';
    const both = Buffer.concat([await picture('jpeg'), Buffer.from(html)]);
    const prepared = Buffer.from(await preparePhoto(uploaded(both, 'photo.html')));
    expect(prepared.includes(html)).toBe(false);
    expect(isWebp(prepared)).toBe(true);
  });
});

describe('security 40: refused at the field', () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><script>1</script></svg>`;
  it.each<[string, () => Promise<Buffer> | Buffer | string]>([
    ['zero bytes', () => ''],
    ['a text', () => 'JPEG'],
    ['HTML', () => '<!doctype html><p>photo'],
    ['an SVG named .png', () => svg],
    ['a PDF', () => '%PDF-1.7\n1 0 obj\n'],
    ['an AVIF', () => picture('avif')],
    ['a GIF', () => picture('gif')],
    ['a WebP', () => picture('webp')],
    ['a TIFF', () => picture('tiff')],
    ['a GIF that begins like a JPEG', async () => Buffer.concat([JPEG, await picture('gif')])],
    ['the first bytes of a JPEG', async () => (await picture('jpeg')).subarray(0, 20)],
  ])('%s', async (_, bytes) => {
    const photo = preparePhoto(uploaded(await bytes(), 'photo.png'));
    await expect(photo).rejects.toEqual(refused(/no photo that can be read/));
  });

  it.each(['jpeg', 'png'] as const)('security 42: a %s cut off anywhere', async (format) => {
    const whole = await picture(format);
    for (const part of [0.5, 0.9, 0.99]) {
      const photo = preparePhoto(uploaded(whole.subarray(0, whole.length * part)));
      await expect(photo).rejects.toEqual(refused(/broken or cut off/));
    }
  });

  it.each([
    [199, 400],
    [400, 199],
    [1, 1],
  ])('%i × %i pixels', async (width, height) => {
    const photo = preparePhoto(uploaded(await picture('png', width, height)));
    await expect(photo).rejects.toEqual(refused(/at least 200 × 200/));
  });

  it('more than 25 megapixels', async () => {
    for (const [width, height] of [
      [5001, 5000],
      [20_000, 20_000],
    ] as const) {
      const photo = preparePhoto(uploaded(blackPng(width, height)));
      await expect(photo).rejects.toEqual(refused(/25 megapixels/));
    }
    expect(isWebp(await preparePhoto(uploaded(blackPng(5000, 5000))))).toBe(true);
  });

  it('an animation', async () => {
    const still = blackPng(300, 300);
    expect(isWebp(await preparePhoto(uploaded(still)))).toBe(true);
    const photo = preparePhoto(uploaded(animatedPng(still)));
    await expect(photo).rejects.toEqual(refused(/animated/));
  });

  it('more than 2 MB, before it is read', async () => {
    const photo = preparePhoto(uploaded(Buffer.alloc(2 * 1024 * 1024 + 1)));
    await expect(photo).rejects.toEqual(refused(/larger than 2 MB/));
  });
});

const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
