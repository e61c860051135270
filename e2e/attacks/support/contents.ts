import { sql } from '@/tests/sql';

// When somebody was last seen is no change of anything.
const SEEN = `- 'last_seen_at' - 'last_active_at'`;

/** A fingerprint of every table of the database under test: equal when nothing has changed. */
export async function contents(): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const prints = tables.map(({ name }) => {
    const rows = `string_agg((to_jsonb(t) ${SEEN})::text, '\n' ORDER BY (to_jsonb(t) ${SEEN})::text)`;
    return `SELECT '${name}' AS name, count(*) || ' ' || coalesce(md5(${rows}), '') AS print FROM ${name} t`;
  });
  const found = await sql<{ name: string; print: string }>(prints.join(' UNION ALL '));
  return Object.fromEntries(found.map(({ name, print }) => [name, print]));
}
