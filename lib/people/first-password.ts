import 'server-only';
import { db } from '@/lib/core/db';
import { invalid } from '@/lib/core/errors';
import { assertAcceptable } from '@/lib/credentials/acceptable';
import { hashPassword } from '@/lib/credentials/passwords';
import type { NewUser } from './schema';

/** The hash of the first password, or null without one. Refuses at the fields `password`, `companyId`. */
export async function firstHash(input: NewUser): Promise<string | null> {
  const company = await db().company.findUnique({
    where: { id: input.companyId },
    select: { name: true },
  });
  if (!company) throw invalid({ companyId: 'Choose a company.' });
  if (!input.password) return null;
  const { firstName, lastName, email } = input;
  await assertAcceptable(input.password, [firstName, lastName, email, company.name]);
  return hashPassword(input.password);
}
