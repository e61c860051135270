import { makePerson, type TestCompany } from '@/tests/people';
import { sql } from '@/tests/sql';

export type FailedMail = { id: string; to: string };

/** A mail to somebody of the company that was given up. */
export async function failedMail(
  company: TestCompany,
  lastError = 'The mail server does not know this mailbox',
): Promise<FailedMail> {
  const person = await makePerson({ company });
  const [mail] = await sql<FailedMail>(
    `INSERT INTO mails (template, to_address, props, user_id, company_id, state, attempts, last_error, tried_at)
     VALUES ('security-notice', $1, '{"firstName":"Ann","event":"password-changed"}', $2, $3,
       'failed', 12, $4, now())
     RETURNING id, to_address AS to`,
    [person.email, person.id, company.id, lastError],
  );
  return mail!;
}
