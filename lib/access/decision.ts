// The access decision (spec §2), pure: the gate, sign-in and the screen ask it. lib/access/sql.ts
// says the same in SQL for filters; decision.test.ts holds the two equal.

/** What decides about access, as stored. Days are `YYYY-MM-DD`. */
export type AccessFacts = {
  isActive: boolean;
  lockedAt: Date | null;
  startDate: string | null;
  endDate: string | null;
  /** The directory's own verdict; null when no directory manages the account. */
  directoryAllows: boolean | null;
  /** The present day where the company is, by the calendar of the database (sql.ts). */
  today: string;
};

/** Why somebody may not enter, in the order in which the badge names them. */
export const REFUSALS = ['deactivated', 'locked', 'not-started', 'expired', 'directory'] as const;
export type Refusal = (typeof REFUSALS)[number];
export type AccessStatus = Refusal | 'active';

/** Every reason that applies, badge order; none means access. Both days are inclusive. */
export function refusals(facts: AccessFacts): Refusal[] {
  const applies: Record<Refusal, boolean> = {
    deactivated: !facts.isActive,
    locked: facts.lockedAt !== null,
    'not-started': facts.startDate !== null && facts.today < facts.startDate,
    expired: facts.endDate !== null && facts.today > facts.endDate,
    directory: facts.directoryAllows === false,
  };
  return REFUSALS.filter((refusal) => applies[refusal]);
}

/** The one badge: the first reason that applies, else active. */
export const accessStatus = (facts: AccessFacts): AccessStatus => refusals(facts)[0] ?? 'active';

/** What a signed-in user may owe before anything else opens. */
export type OwedFacts = {
  twoFactorEnabled: boolean;
  twoFactorPassed: boolean;
  passwordChangeOwed: boolean;
  twoFactorRequired: boolean;
  profileCompletionOwed: boolean;
  /** Came in by the link of First Login: there may be no password yet. */
  firstLogin: boolean;
};

export const STEPS = ['two-factor', 'change-password', 'set-up-2fa', 'complete-profile'] as const;
export type Step = (typeof STEPS)[number];

/**
 * The step owed next, in the order of spec §2, or null. Who came by First Login completes the
 * profile before a second factor: to set one up asks for the password, which is chosen there.
 */
export function owedStep(facts: OwedFacts): Step | null {
  const owed: Record<Step, boolean> = {
    'two-factor': facts.twoFactorEnabled && !facts.twoFactorPassed,
    'change-password': facts.passwordChangeOwed,
    'set-up-2fa': facts.twoFactorRequired && !facts.twoFactorEnabled,
    'complete-profile': facts.profileCompletionOwed,
  };
  if (owed['complete-profile'] && facts.firstLogin) owed['set-up-2fa'] = false;
  return STEPS.find((step) => owed[step]) ?? null;
}
