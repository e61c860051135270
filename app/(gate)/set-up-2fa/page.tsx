import type { Metadata } from 'next';
import { QuietPage } from '@/components/shell/quiet-page';
import { Notice } from '@/components/ui/notice';
import { stepPage } from '@/lib/auth/page';
import { SignOutLink } from '../sign-out-link';

export const metadata: Metadata = { title: 'Set up your second factor' };

export default stepPage('set-up-2fa', () => (
  <QuietPage
    title="Set up your second factor"
    lead="Your administrator requires a second factor for your account. Nothing else opens before it is set up."
    footer={<SignOutLink />}
  >
    <Notice tone="warning">
      It cannot be set up here yet. Ask your administrator if you have to get in now.
    </Notice>
  </QuietPage>
));
