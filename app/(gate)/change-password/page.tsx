import type { Metadata } from 'next';
import { PasswordFields } from '@/components/form/password-fields';
import { ActionForm } from '@/components/form/form';
import { QuietPage } from '@/components/shell/quiet-page';
import { stepPage } from '@/lib/auth/page';
import { passwordRules } from '@/lib/credentials/rules';
import { SignOutLink } from '../sign-out-link';
import { changeOwedPasswordAction } from './actions';

export const metadata: Metadata = { title: 'Change your password' };

export default stepPage('change-password', async ({ userId }) => (
  <QuietPage
    title="Change your password"
    lead="Your administrator asks for a new password before you go on. Your other sessions end with the old one."
    footer={<SignOutLink hint="Forgot the current one? Sign out and choose “Forgot password?”." />}
  >
    <ActionForm action={changeOwedPasswordAction} submitLabel="Change password" wide>
      <PasswordFields rules={await passwordRules(userId)} withCurrent />
    </ActionForm>
  </QuietPage>
));
