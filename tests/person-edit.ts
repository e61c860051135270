import { db } from '@/lib/core/db';
import { personEdit, type PersonEdit } from '@/lib/people/schema';
import { readState } from '@/lib/people/state';

const TICKS = ['twoFactorRequired', 'isStaff', 'groupsFromRoles', 'removePhoto', 'withRights'];

/** What a browser sends of a form in this state: nothing for a tick that is not set. */
const asSent = (fields: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      if (TICKS.includes(name)) return value ? [[name, 'on']] : [];
      return [[name, value ?? '']];
    }),
  );

/** Opens Edit on a person as they stand: the returned function fills it in with changes. */
export async function openEdit(userId: string) {
  const standing = await readState(db(), userId);
  if (!standing) throw new Error('nobody');
  const { state } = standing;
  const seen = JSON.stringify(state);
  return (change: object = {}): PersonEdit =>
    personEdit.parse({
      ...asSent({ ...state, withRights: true, userId, ...change }),
      seen,
      ...rest(change),
    });
}

const rest = (change: object) => ('seen' in change ? { seen: change.seen } : {});
