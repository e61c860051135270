import { makeCompany, makePerson, type TestPerson } from '@/tests/people';
import { sql } from '@/tests/sql';

/**
 * A company with an administrator who sees it alone, and `count` more people: Person 001 and so on,
 * every tenth of them locked. Counts on the administrator's screen are exact: count + 1.
 * No digits in the e-mails but the number: a search for one finds no other.
 */
export async function makeCrowd(count: number): Promise<TestPerson> {
  const company = await makeCompany();
  const admin = await makePerson({
    company,
    email: `zoe-${company.id}@crowd.example`,
    right: 'organisation_admin',
    firstName: 'Zoe',
    lastName: 'Zuse',
  });
  await sql(
    `WITH made AS (
       INSERT INTO users (email, first_name, last_name, company_id, source)
       SELECT 'p' || n || '-' || translate($1::text, '0123456789', 'ghijklmnop')
           || '@crowd.example', 'Person', lpad(n::text, 3, '0'),
         $1::uuid, 'local'
       FROM generate_series(1, $2::int) n RETURNING id, last_name)
     INSERT INTO user_access (user_id, locked_at, lock_reason)
     SELECT id, CASE WHEN last_name LIKE '%0' THEN now() END,
       CASE WHEN last_name LIKE '%0' THEN 'test' END FROM made`,
    [company.id, count],
  );
  return admin;
}
