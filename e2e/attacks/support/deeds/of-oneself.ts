import { createHash, randomUUID } from 'node:crypto';
import { makePerson, makeSession } from '@/tests/people';
import { sql } from '@/tests/sql';
import { PASSWORD } from '../cast';
import { givePhoto, photoFile } from '../photo';
import { beginSetUp, giveKey, switchOn } from '../second-factor';
import {
  exists,
  passwordOf,
  sessionEnded,
  steppedUp,
  without,
  type Deeds,
  type Doer,
} from './deed';

const otherSession = async ({ person }: Doer) => {
  const owner = person ?? (await makePerson());
  return (await makeSession(owner.id)).id;
};

/** A name and phone typed into one's profile, and whether they are kept. */
function profileOf({ person }: Doer) {
  const firstName = `Renamed ${randomUUID()}`;
  return {
    fields: { firstName, lastName: 'Example', phone: '+380 44 123 4567' },
    happened: exists('users WHERE id = $1 AND first_name = $2', [person?.id, firstName]),
  };
}

async function plantCode(userId: string | undefined): Promise<Buffer> {
  const hash = createHash('sha256').update(randomUUID()).digest();
  if (userId)
    await sql('INSERT INTO backup_codes (user_id, code_hash) VALUES ($1, $2)', [userId, hash]);
  return hash;
}

// The four forms of a set-up are the same in the cabinet and where one is owed.
const start: Deeds[string] = async ({ person }) => ({
  fields: { current: PASSWORD },
  happened: exists('totp_credentials WHERE user_id = $1', [person?.id]),
});
const confirm: Deeds[string] = async (doer) => ({
  fields: { code: await beginSetUp(doer) },
  happened: exists('totp_credentials WHERE user_id = $1 AND confirmed_at IS NOT NULL', [
    doer.person?.id,
  ]),
});
const finish: Deeds[string] = async (doer) => {
  await beginSetUp(doer, { isConfirmed: true });
  return { fields: { noted: 'on' }, happened: steppedUp(doer.sessionId) };
};
const cancel: Deeds[string] = async (doer) => {
  await beginSetUp(doer);
  return { fields: {}, happened: without('totp_credentials', doer.person?.id) };
};

/** What everybody does with what is theirs, and the steps they may owe. */
export const OF_ONESELF: Deeds = {
  'app/actions.ts#signOutAction': async ({ sessionId }) => ({
    fields: {},
    happened: sessionEnded(sessionId),
  }),
  'app/(cabinet)/personal-cabinet/actions.ts#updateProfileAction': async (doer) => {
    const { fields, happened } = profileOf(doer);
    return { fields: { ...fields, version: '1' }, happened };
  },
  'app/(cabinet)/personal-cabinet/actions.ts#changePhotoAction': async ({ person }) => ({
    fields: { photo: photoFile() },
    happened: exists('user_photos WHERE user_id = $1', [person?.id]),
  }),
  'app/(cabinet)/personal-cabinet/actions.ts#removePhotoAction': async ({ person }) => {
    if (person) await givePhoto(person.id);
    return { fields: {}, happened: without('user_photos', person?.id) };
  },
  'app/(cabinet)/personal-cabinet/actions.ts#endSessionAction': async (doer) => {
    const sessionId = await otherSession(doer);
    return { fields: { sessionId }, happened: sessionEnded(sessionId) };
  },
  'app/(cabinet)/personal-cabinet/actions.ts#endOtherSessionsAction': async (doer) => ({
    fields: {},
    happened: sessionEnded(await otherSession(doer)),
  }),
  'app/(cabinet)/update_profile/actions.ts#changePasswordAction': ({ person }) =>
    passwordOf(person?.id, { current: PASSWORD }),
  'app/(cabinet)/update_profile/actions.ts#startSetUpAction': start,
  'app/(cabinet)/update_profile/actions.ts#confirmSetUpAction': confirm,
  'app/(cabinet)/update_profile/actions.ts#finishSetUpAction': finish,
  'app/(cabinet)/update_profile/actions.ts#cancelSetUpAction': cancel,
  'app/(cabinet)/update_profile/actions.ts#disableTwoFactorAction': async (doer) => {
    await switchOn(doer);
    const happened = without('totp_credentials', doer.person?.id);
    return { fields: { current: PASSWORD }, happened };
  },
  'app/(cabinet)/update_profile/actions.ts#regenerateBackupCodesAction': async (doer) => {
    await switchOn(doer);
    const planted = await plantCode(doer.person?.id);
    return {
      fields: { current: PASSWORD },
      happened: exists('backup_codes WHERE user_id = $1 AND code_hash <> $2', [
        doer.person?.id,
        planted,
      ]),
    };
  },
  'app/(cabinet)/update_profile/actions.ts#testCodeAction': async (doer) => ({
    fields: { code: await switchOn(doer) },
    happened: exists('totp_credentials WHERE user_id = $1 AND last_step > 0', [doer.person?.id]),
  }),
  'app/(gate)/change-password/actions.ts#changeOwedPasswordAction': ({ person }) =>
    passwordOf(person?.id, { current: PASSWORD }),
  'app/(gate)/complete-profile/actions.ts#completeProfileAction': async (doer) => profileOf(doer),
  'app/(gate)/set-up-2fa/actions.ts#startOwedSetUpAction': start,
  'app/(gate)/set-up-2fa/actions.ts#confirmOwedSetUpAction': confirm,
  'app/(gate)/set-up-2fa/actions.ts#finishOwedSetUpAction': finish,
  'app/(gate)/set-up-2fa/actions.ts#cancelOwedSetUpAction': cancel,
  'app/(gate)/two-factor/actions.ts#passTwoFactorAction': async (doer) => ({
    fields: { code: await giveKey(doer) },
    happened: steppedUp(doer.sessionId),
  }),
};
