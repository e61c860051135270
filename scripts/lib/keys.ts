import pg from 'pg';
import { currentKeyId, seal, unseal } from '@/lib/core/seal';

const BATCH = 500;

/** What became of the sealed secrets; `left` were changed by a server that still seals with an older key. */
export interface Rotation {
  done: number;
  left: number;
  unreadable: number;
}

interface Row {
  user_id: string;
  secret: string;
}

/** One page of what is not sealed with the present key, in the order of people. */
const OTHERS = `
  SELECT user_id, secret FROM totp_credentials
  WHERE user_id > $1 AND split_part(secret, '.', 1) <> $2
  ORDER BY user_id LIMIT ${BATCH}`;

// Whatever a server has written in between stays: only what was read is replaced.
const REPLACE = `
  UPDATE totp_credentials t SET secret = n.fresh
  FROM unnest($1::uuid[], $2::text[], $3::text[]) AS n (user_id, stale, fresh)
  WHERE t.user_id = n.user_id AND t.secret = n.stale`;

const LEFT = `
  SELECT count(*)::int AS count FROM totp_credentials WHERE split_part(secret, '.', 1) <> $1`;

/** The row under the present key; undefined when its own does not open it. */
function resealed({ user_id, secret }: Row): string | undefined {
  try {
    return seal(unseal(secret, user_id), user_id);
  } catch {
    return undefined;
  }
}

/**
 * Seals every secret of a second factor anew with the first of ENCRYPTION_KEYS, in batches that
 * commit by themselves: killed at any point it goes on where it was, beside running servers
 * (security 59). `say` hears how far it is.
 */
export async function rotateKeys(
  databaseUrl: string,
  say: (line: string) => void,
): Promise<Rotation> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'gatehouse-keys',
  });
  client.on('error', () => undefined); // fails the query under way, which tells
  await client.connect();
  try {
    return await rotate(client, say);
  } finally {
    await client.end();
  }
}

async function rotate(client: pg.Client, say: (line: string) => void): Promise<Rotation> {
  const key = currentKeyId();
  let [done, unreadable, last] = [0, 0, '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    const { rows } = await client.query<Row>(OTHERS, [last, key]);
    if (rows.length === 0) break;
    last = rows.at(-1)!.user_id;
    const fresh = rows.map((row) => ({ ...row, fresh: resealed(row) }));
    const readable = fresh.filter((row) => row.fresh !== undefined);
    unreadable += fresh.length - readable.length;
    const { rowCount } = await client.query(REPLACE, [
      readable.map((row) => row.user_id),
      readable.map((row) => row.secret),
      readable.map((row) => row.fresh),
    ]);
    done += rowCount ?? 0;
    say(`${done} sealed with key "${key}" …`);
  }
  const { rows } = await client.query<{ count: number }>(LEFT, [key]);
  return { done, unreadable, left: Math.max(0, (rows[0]?.count ?? 0) - unreadable) };
}
