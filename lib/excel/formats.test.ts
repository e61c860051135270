import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { readXlsx } from '@/tests/xlsx';
import { textOn } from './colours';
import { writeXlsx } from './writer';

const colourOf = (n: number) => `#${n.toString(16).padStart(6, '0')}`;

async function sheetOf(colours: (string | null)[]) {
  const columns = [{ header: 'Name', width: 10 }];
  async function* rows() {
    yield colours.map((colour) => ({ cells: ['x'], colour }));
  }
  const [sheet] = await readXlsx(await buffer(writeXlsx({ name: 'x', columns, rows: rows() })));
  return sheet!.rows.slice(1).map(([cell]) => cell!);
}

/** WCAG 2.2 contrast, written down a second time. */
function contrast(a: string, b: string): number {
  const [low, high] = [a, b]
    .map((colour) => {
      const value = Number.parseInt(colour.slice(1), 16);
      const linear = [value >> 16, (value >> 8) & 255, value & 255].map((channel) => {
        const share = channel / 255;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
      });
      return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]! + 0.05;
    })
    .sort((x, y) => x - y);
  return high! / low!;
}

it('fills each row with its colour, and leaves the others alone', async () => {
  const cells = await sheetOf(['#FF0000', null, '#00ff00', '#ff0000']);
  expect(cells.map(({ fill }) => fill)).toEqual(['FFFF0000', null, 'FF00FF00', 'FFFF0000']);
  expect(cells.map(({ text }) => text)).toEqual(['FF000000', null, 'FF000000', 'FF000000']);
});

it('writes text that is read on every colour: at least 4.5 to 1', async () => {
  const steps = [0, 51, 102, 119, 136, 153, 204, 255];
  const colours = steps.flatMap((r) =>
    steps.flatMap((g) => steps.map((b) => colourOf((r << 16) | (g << 8) | b))),
  );
  const cells = await sheetOf(colours);
  for (const [i, { text }] of cells.entries()) {
    const used = `#${text!.slice(2).toLowerCase()}`;
    expect(used).toBe(textOn(colours[i]!));
    expect(contrast(used, colours[i]!), colours[i]).toBeGreaterThanOrEqual(4.5);
  }
});

it('keeps to the 64,000 formats of a workbook, whatever colours there are', async () => {
  const colours = Array.from({ length: 40_000 }, (_, i) => colourOf((i * 7919) % 0xffffff));
  const cells = await sheetOf(colours);
  const fills = new Set(cells.map(({ fill }) => fill));
  expect(fills.size).toBeLessThan(20_200);
  // Of the first every colour is exact; of the others none is further off than can hardly be seen.
  for (const [i, { fill }] of cells.entries()) {
    const [is, was] = [`#${fill!.slice(2)}`, colours[i]!].map((one) =>
      [1, 3, 5].map((at) => Number.parseInt(one.slice(at, at + 2), 16)),
    );
    const off = Math.max(...is!.map((channel, k) => Math.abs(channel - was![k]!)));
    expect(off).toBeLessThanOrEqual(i < 15_999 ? 0 : 9);
  }
});
