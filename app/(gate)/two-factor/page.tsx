import type { Metadata } from 'next';
import { QuietPage } from '@/components/shell/quiet-page';
import { Notice } from '@/components/ui/notice';
import { stepPage } from '@/lib/auth/page';
import { SignOutLink } from '../sign-out-link';

export const metadata: Metadata = { title: 'Second factor' };

export default stepPage('two-factor', () => (
  <QuietPage
    title="Second factor"
    lead="Your account is protected by a second factor, and this sign-in still owes it. Nothing else opens before."
    footer={<SignOutLink />}
  >
    <Notice tone="warning">
      Codes cannot be entered here yet. Ask your administrator if you have to get in now.
    </Notice>
  </QuietPage>
));
