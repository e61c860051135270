import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { recordSet } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import type { Prisma, Transaction } from '@/lib/core/db';
import type { AccessChange } from './change';
import { changeAccess } from './change-access';
import type { PersonOutcome } from './outcome';
import type { PeopleSet } from './schema';

/**
 * Makes a command of a change: the right it asks for, the set, its audit rows, in one transaction:
 * the caller's (`within`) who does more than this, or one of its own. It returns what became of each.
 */
export const accessCommand =
  <Input extends PeopleSet = PeopleSet>(changeOf: (actor: Actor, input: Input) => AccessChange) =>
  async (actor: Actor, input: Input, within?: Transaction): Promise<PersonOutcome[]> => {
    const change = changeOf(actor, input);
    assertCan(actor, change.permission);
    const audit = (rows: Prisma.Sql) => recordSet(actor, change.action, rows);
    return changeAccess(actor, input.userIds, change, audit, within);
  };
