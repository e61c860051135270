import { expect, it } from 'vitest';
import { median, percentile, round } from './figures';

const upTo = (last: number) => Array.from({ length: last }, (_, i) => last - i);

it.each([
  [upTo(100), 0.99, 99],
  [upTo(100), 0.5, 50],
  [upTo(100), 1, 100],
  [upTo(3), 0, 1],
  [[10, 9, 100], 0.5, 10],
  [[7], 0.99, 7],
])('the percentile of %j at %d is %d', (values, at, expected) => {
  expect(percentile(values, at)).toBe(expected);
});

it('takes the lower middle of an even number of values', () => {
  expect(median([4, 1, 3, 2])).toBe(2);
});

it('has no percentile of nothing', () => {
  expect(() => median([])).toThrow('nothing');
});

it('rounds for print', () => {
  expect([round(1234.5678), round(0.91449, 3), round(-0.26, 1)]).toEqual([1235, 0.914, -0.3]);
});
