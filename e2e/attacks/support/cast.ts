import { makePerson, type PersonOptions, type TestCompany, type TestPerson } from '@/tests/people';

/** Everybody who may knock: nobody signed in, a member, staff without a right, each right. */
export const ASKERS = [
  'anonymous',
  'member',
  'staff',
  'auditor',
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
  user_admin: { right: 'user_admin' },
  organisation_admin: { right: 'organisation_admin' },
  superuser: { right: 'superuser' },
};

/** A new person of this kind in the company; null is nobody. */
export async function makeAsker(
  name: AskerName,
  company: TestCompany,
  more: PersonOptions = {},
): Promise<TestPerson | null> {
  if (name === 'anonymous') return null;
  return makePerson({ company, ...OPTIONS[name], ...more });
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
