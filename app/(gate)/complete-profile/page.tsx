import type { Metadata } from 'next';
import { QuietPage } from '@/components/shell/quiet-page';
import { Notice } from '@/components/ui/notice';
import { stepPage } from '@/lib/auth/page';
import { SignOutLink } from '../sign-out-link';

export const metadata: Metadata = { title: 'Complete your profile' };

export default stepPage('complete-profile', () => (
  <QuietPage
    title="Complete your profile"
    lead="Your profile lacks what your organisation needs to know. Nothing else opens before it is complete."
    footer={<SignOutLink />}
  >
    <Notice tone="warning">
      It cannot be completed here yet. Ask your administrator if you have to get in now.
    </Notice>
  </QuietPage>
));
