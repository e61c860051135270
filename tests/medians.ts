/** The kinds of try whose answers must take alike, each with how one is made. */
export type Kinds = Record<string, (round: number) => Promise<unknown>>;

const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/**
 * Makes each kind of try so many times, `lanes` tries under way at any time and the kinds taking
 * turns, so that all meet the same load. Returns the medians in milliseconds.
 */
export async function mediansOf(
  kinds: Kinds,
  times: number,
  lanes: number,
): Promise<Record<string, number>> {
  const took: Record<string, number[]> = {};
  const tries = Array.from({ length: times }, (_, round) =>
    Object.entries(kinds).map(([kind, attempt]) => ({ kind, round, attempt })),
  ).flat();
  const lane = async () => {
    for (let next = tries.shift(); next; next = tries.shift()) {
      const started = performance.now();
      await next.attempt(next.round);
      (took[next.kind] ??= []).push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return Object.fromEntries(Object.entries(took).map(([kind, all]) => [kind, median(all)]));
}

/** By how much the medians differ. */
export const spread = (medians: Record<string, number>): number =>
  Math.max(...Object.values(medians)) - Math.min(...Object.values(medians));
