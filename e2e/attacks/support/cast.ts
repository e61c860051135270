import { assign, makeContract, type TestContract } from '@/tests/contracts';
import { makePerson, type PersonOptions, type TestCompany, type TestPerson } from '@/tests/people';
import { sql } from '@/tests/sql';

/** Everybody who may knock: nobody signed in, a member, staff without a right, each right. */
export const ASKERS = [
  'anonymous',
  'member',
  'staff',
  'auditor',
  'party2_user_admin',
  'user_admin',
  'organisation_admin',
  'superuser',
] as const;
export type AskerName = (typeof ASKERS)[number];

export const PASSWORD = 'seven green bottles';

const OPTIONS: Record<Exclude<AskerName, 'anonymous'>, PersonOptions> = {
  member: {},
  staff: { isStaff: true },
  auditor: { right: 'auditor' },
  party2_user_admin: { right: 'party2_user_admin' },
  user_admin: { right: 'user_admin' },
  organisation_admin: { right: 'organisation_admin' },
  superuser: { right: 'superuser' },
};

/** Puts somebody on a new contract of the company, and on all it has, as party 2. */
async function joinContracts(person: TestPerson, company: TestCompany): Promise<void> {
  await makeContract(company);
  const contracts = await sql<TestContract>(
    'SELECT id, number, company_id AS "companyId" FROM contracts WHERE company_id = $1',
    [company.id],
  );
  const options = { party: 2, threshold: '1000' } as const;
  await Promise.all(contracts.map((contract) => assign(contract, person, options)));
}

/** A new person of this kind in the company; null is nobody. */
export async function makeAsker(
  name: AskerName,
  company: TestCompany,
  more: PersonOptions = {},
): Promise<TestPerson | null> {
  if (name === 'anonymous') return null;
  const person = await makePerson({ company, ...OPTIONS[name], ...more });
  if (name === 'party2_user_admin') await joinContracts(person, company);
  return person;
}

/** What makes somebody owe a step; each is named as its page. */
export const OWING: Record<string, PersonOptions> = {
  'two-factor': { twoFactorEnabled: true },
  'change-password': { passwordChangeOwed: true },
  'set-up-2fa': { twoFactorRequired: true },
  'complete-profile': { profileCompletionOwed: true },
};

/** Of whoever may do an action: the step that it belongs to is owed. */
export const owingFor = (action: string): PersonOptions =>
  OWING[/\(gate\)\/([\w-]+)\//.exec(action)?.[1] ?? ''] ?? {};
