import { randomUUID } from 'node:crypto';
import { assign, makeContract } from '@/tests/contracts';
import { makePerson, makeSession } from '@/tests/people';
import { sql } from '@/tests/sql';
import type { Fields } from '../call';
import { PASSWORD } from '../cast';
import { givePhoto, photoFile } from '../photo';
import { exists, passwordOf, sessionEnded, without, type Deeds } from './deed';

/** Something done to another person of the doer's company, seen in their access `a`. */
const onPerson =
  (
    options: Parameters<typeof makePerson>[0],
    condition: string,
    more: Fields = {},
  ): Deeds[string] =>
  async ({ company }) => {
    const { id } = await makePerson({ ...options, company });
    return {
      fields: { userId: id, ...more },
      happened: exists(`user_access a WHERE a.user_id = $1 AND ${condition}`, [id]),
    };
  };

const has = (table: string) => `EXISTS (SELECT 1 FROM ${table} x WHERE x.user_id = a.user_id)`;
const why = { reason: 'Attack' };

const ON_PERSON: Deeds = {
  lockUserAction: onPerson({}, 'locked_at IS NOT NULL', why),
  unlockUserAction: onPerson({ locked: true }, 'locked_at IS NULL'),
  deactivateUserAction: onPerson({}, 'NOT is_active'),
  restoreUserAction: onPerson({ isActive: false }, 'is_active'),
  resetUserAction: onPerson({ isActive: false }, 'is_active'),
  replaceAndDeactivateAction: async ({ company }) => {
    const contract = await makeContract(company);
    const [holder, successor] = [await makePerson({ company }), await makePerson({ company })];
    await assign(contract, holder, { approver: true });
    await assign(contract, successor);
    return {
      fields: { userId: holder.id, [`successor.${contract.id}.approver`]: successor.id },
      happened: exists('user_access WHERE user_id = $1 AND NOT is_active', [holder.id]),
    };
  },
  forcePasswordChangeAction: onPerson({ password: PASSWORD }, 'password_change_owed'),
  invalidatePasswordAction: onPerson({ password: PASSWORD }, `NOT ${has('password_credentials')}`),
  sendPasswordResetAction: onPerson({}, has('access_links')),
  requireTwoFactorAction: onPerson({}, 'two_factor_required'),
  liftTwoFactorAction: onPerson({ twoFactorRequired: true }, 'NOT two_factor_required'),
  resetTwoFactorAction: onPerson({ twoFactorEnabled: true }, 'two_factor_enabled_at IS NULL', why),
  sendFirstLoginAction: async (doer) => {
    await sql(
      `UPDATE companies SET control_word_hash = 'of a word', control_word_changed_at = now()
       WHERE id = $1`,
      [doer.company.id],
    );
    return onPerson({ profileCompletionOwed: true }, has('access_links'))(doer);
  },
  changePhotoAction: (doer) => onPerson({}, has('user_photos'), { photo: photoFile() })(doer),
  removePhotoAction: async ({ company }) => {
    const { id } = await makePerson({ company });
    await givePhoto(id);
    return { fields: { userId: id }, happened: without('user_photos', id) };
  },
  endSessionAction: async ({ company }) => {
    const { id } = await makePerson({ company });
    const session = await makeSession(id);
    return { fields: { userId: id, sessionId: session.id }, happened: sessionEnded(session.id) };
  },
  endSessionsAction: async ({ company }) => {
    const { id } = await makePerson({ company });
    const session = await makeSession(id);
    return { fields: { userId: id }, happened: sessionEnded(session.id) };
  },
  setPasswordAction: async ({ company }) => {
    const { id } = await makePerson({ company });
    return passwordOf(id, { userId: id });
  },
  updateUserAction: async ({ company }) => {
    const { id, email } = await makePerson({ company });
    const seen = JSON.stringify({ firstName: 'Ann', lastName: 'Example' });
    const name = { firstName: 'Edited', lastName: 'Person' };
    return {
      fields: { ...name, userId: id, email, companyId: company.id, seen },
      happened: exists(`users WHERE id = $1 AND first_name = 'Edited'`, [id]),
    };
  },
  deleteUserAction: async ({ company }) => {
    const { id, email } = await makePerson({ company });
    return {
      fields: { userId: id, email },
      happened: exists(`audit_events WHERE subject_id = $1 AND action = 'user.deleted'`, [id]),
    };
  },
  createUserAction: async ({ company }) => {
    const email = `new-${randomUUID()}@example.org`;
    const name = { firstName: 'New', lastName: 'Person' };
    return {
      fields: { ...name, email, companyId: company.id, invite: 'password_reset' },
      happened: exists('users u JOIN access_links l ON l.user_id = u.id WHERE u.email = $1', [
        email,
      ]),
    };
  },
};

/** What administrators do with people. */
export const ON_PEOPLE: Deeds = Object.fromEntries(
  Object.entries(ON_PERSON).map(([name, deed]) => [`app/admin/users/actions.ts#${name}`, deed]),
);
