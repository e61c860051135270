'use server';

import { redirect } from 'next/navigation';
import { stepAction } from '@/lib/auth/action';
import { giveCookies } from '@/lib/auth/cookies';
import { onward } from '@/lib/auth/onward';
import { visitor } from '@/lib/auth/request';
import { invalid } from '@/lib/core/errors';
import { passTwoFactor } from '@/lib/two-factor/commands';
import { FEW_CODES } from '@/lib/two-factor/policy';
import { secondFactor } from '@/lib/two-factor/schema';

const tries = (left: number) => (left === 1 ? 'One try is left' : `${left} tries are left`);

export const passTwoFactorAction = stepAction(
  'two-factor',
  secondFactor,
  async (actor, { code }) => {
    const result = await passTwoFactor(actor, code, await visitor());
    if (result.kind === 'ended') redirect('/login?reason=second_factor_failed');
    if (result.kind === 'wrong') {
      throw invalid({
        code: `This code is not right, or was used already. ${tries(result.left)} before you have to sign in again.`,
      });
    }
    const { session, deviceToken, codesLeft } = result;
    await giveCookies({ session, deviceToken });
    // Whoever has few backup codes after using one is led to where that is said.
    const isWarned = code.kind === 'backup-code' && codesLeft <= FEW_CODES;
    redirect(await onward(session.token, isWarned ? '/update_profile' : '/'));
  },
);
