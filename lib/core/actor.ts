import type { AdminRight } from '@/lib/generated/prisma/enums';

/** From where a change comes; goes into the audit with it. */
export type Origin = { address: string; requestId: string };

/** The browser that knocks, with its device and session cookies, if it has them. */
export type Visitor = Origin & {
  userAgent: string;
  deviceToken?: string | undefined;
  sessionToken?: string | undefined;
};

/** Who acts: the argument from which every command derives rights, scope and audit. */
export type Actor = Origin & {
  userId: string;
  sessionId: string;
  companyId: string | null;
  isStaff: boolean;
  right: AdminRight | null;
};
