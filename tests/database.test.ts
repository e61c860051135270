import { describe, expect, it } from 'vitest';
import { freshDatabase } from './database';
import { sql } from './sql';

describe('the test database', () => {
  it('is the real thing, and knows letters beyond ASCII as production does', async () => {
    const rows = await sql(`SELECT current_setting('server_version_num')::int / 10000 AS version,
      lower('ÄИ') AS lower, cardinality(show_trgm('Иван')) AS trigrams`);
    expect(rows).toEqual([{ version: 18, lower: 'äи', trigrams: 5 }]);
  });

  it('can be had untouched', async () => {
    expect(await freshDatabase()).not.toBe(process.env.DATABASE_URL);
  });
});
