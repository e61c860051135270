import type { Permission } from '@/lib/access/rights';
import type { Prisma, Transaction } from '@/lib/core/db';
import type { SessionEnd } from '@/lib/generated/prisma/enums';

/**
 * What is done to people, told once for the single button, the preview and the mass run: in SQL over
 * `a`, the row of user_access, before the change when read, after it when set.
 */
export type AccessChange = {
  /** Whoever runs it checks this right, and writes the audit rows under this action. */
  permission: Permission;
  action: string;
  /** Makes sure that what is given to people is there and in the actor's scope; throws 404. */
  requires?: (tx: Transaction) => Promise<void>;
  /** Holds what has to be held before the people are, in the order of locks; `people` selects their ids. */
  holds?: (tx: Transaction, people: Prisma.Sql) => Promise<unknown>;
  /** Nothing to do for these. */
  already?: Prisma.Sql;
  /** Further verdicts, as WHEN … THEN 'outcome' clauses, before "already". */
  refused?: Prisma.Sql;
  /** Do the verdicts read more than `a`? Then the rows are held by a statement before they are judged. */
  looksFurther?: boolean;
  /** The assignments; none for what does not change user_access. */
  set?: Prisma.Sql;
  /** What the audit keeps, as a jsonb expression: evaluated before and, where `set`, after. */
  kept?: Prisma.Sql;
  /** What the audit keeps of afterwards, where it is written by `also`. */
  after?: Prisma.Sql;
  /** What it keeps where that is the same for all who are changed: made once, not a million times. */
  keeps?: { before: Prisma.Sql; after: Prisma.Sql };
  /** Not to oneself (`self`); nor, when it takes access away, from the last superuser (`access`). */
  spares?: 'self' | 'access';
  /** From whom it takes access away, where not from all. */
  lessens?: Prisma.Sql;
  /** Why the sessions of those changed end, if they do. */
  endsSessions?: SessionEnd;
  /** What else is written for those changed (`done` selects their ids), in the same transaction. */
  also?: (tx: Transaction, done: Prisma.Sql) => Promise<unknown>;
};
