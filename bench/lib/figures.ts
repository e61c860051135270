/** The value below which the share `at` (0 to 1) of the values lies; by nearest rank. */
export function percentile(values: Iterable<number>, at: number): number {
  const sorted = Float64Array.from(values).sort();
  const found = sorted[Math.max(0, Math.ceil(at * sorted.length) - 1)];
  if (found === undefined) throw new Error('There is no percentile of nothing.');
  return found;
}

/** The middle value; of an even number of values the lower of the two in the middle. */
export const median = (values: Iterable<number>): number => percentile(values, 0.5);

/** For print: no more digits than mean something. */
export const round = (value: number, digits = 0): number => Number(value.toFixed(digits));

/**
 * Milliseconds on the clock that all processes of this machine share and that nobody sets; only
 * differences mean anything.
 */
export const ticks = (): number => Number(process.hrtime.bigint()) / 1e6;
