import type { Metadata } from 'next';
import { QuietPage } from '@/components/shell/quiet-page';
import { SetUpTwoFactor } from '@/components/two-factor/set-up-two-factor';
import { stepPage } from '@/lib/auth/page';
import { ownSecondFactor } from '@/lib/two-factor/queries';
import { SignOutLink } from '../sign-out-link';
import {
  cancelOwedSetUpAction,
  confirmOwedSetUpAction,
  finishOwedSetUpAction,
  startOwedSetUpAction,
} from './actions';

export const metadata: Metadata = { title: 'Set up your second factor' };

const ACTIONS = {
  start: startOwedSetUpAction,
  confirm: confirmOwedSetUpAction,
  finish: finishOwedSetUpAction,
  cancel: cancelOwedSetUpAction,
};

export default stepPage('set-up-2fa', async (actor) => (
  <QuietPage
    title="Set up your second factor"
    lead="Your administrator requires a second factor for your account. Nothing else opens before it is set up."
    footer={<SignOutLink hint="Forgot your password? Sign out and choose “Forgot password?”." />}
  >
    <SetUpTwoFactor own={await ownSecondFactor(actor)} actions={ACTIONS} wide />
  </QuietPage>
));
