/**
 * The address of a list for a question: what differs from the defaults, which are what the list
 * shows when nothing is asked.
 */
export function hrefOf<Query extends object>(
  path: string,
  defaults: Query,
  query: Query,
  change: Partial<Query> = {},
): string {
  const entries = Object.entries({ ...query, ...change }).filter(
    ([name, value]) => value !== undefined && value !== defaults[name as keyof Query],
  );
  const search = new URLSearchParams(entries.map(([name, value]) => [name, String(value)]));
  return search.size > 0 ? `${path}?${search.toString()}` : path;
}
