import type { TestCompany } from './people';
import { sql } from './sql';

/** So many people of a company, each signed in once; returns their ids. */
export async function makeCrowd(company: TestCompany, size: number): Promise<string[]> {
  const people = await sql<{ id: string }>(
    `INSERT INTO users (email, first_name, last_name, company_id)
     SELECT gen_random_uuid() || '@example.org', 'Ann', 'Example', $1 FROM generate_series(1, $2)
     RETURNING id`,
    [company.id, size],
  );
  const ids = people.map(({ id }) => id);
  await sql('INSERT INTO user_access (user_id) SELECT unnest($1::uuid[])', [ids]);
  await sql(
    `INSERT INTO sessions (token_hash, user_id, expires_at, address, user_agent)
     SELECT sha256(id::text::bytea), id, now() + interval '1 day', '', '' FROM unnest($1::uuid[]) AS p (id)`,
    [ids],
  );
  return ids;
}
