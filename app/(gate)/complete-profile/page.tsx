import type { Metadata } from 'next';
import { Field } from '@/components/form/field';
import { ActionForm } from '@/components/form/form';
import { PasswordFields } from '@/components/form/password-fields';
import { PhotoField } from '@/components/form/photo-field';
import { QuietPage } from '@/components/shell/quiet-page';
import { Input } from '@/components/ui/input';
import { stepPage } from '@/lib/auth/page';
import { phoneText } from '@/lib/core/input';
import { passwordRules } from '@/lib/credentials/rules';
import { ownProfile } from '@/lib/onboarding/queries';
import { SignOutLink } from '../sign-out-link';
import { completeProfileAction } from './actions';

export const metadata: Metadata = { title: 'Complete your profile' };

export default stepPage('complete-profile', async (actor) => {
  const profile = await ownProfile(actor);
  const { firstName, lastName, phone, email, company, needsPassword } = profile;
  return (
    <QuietPage
      title="Complete your profile"
      lead={
        <>
          You are <span className="font-medium text-ink">{email}</span>
          {company ? ` at ${company}` : ''}. Check your name
          {needsPassword ? ', and choose the password you sign in with from now on' : ''}. A photo
          can wait.
        </>
      }
      footer={<SignOutLink />}
    >
      <ActionForm action={completeProfileAction} submitLabel="Complete profile" wide>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="First name" name="firstName" required>
            <Input autoComplete="given-name" defaultValue={firstName} />
          </Field>
          <Field label="Last name" name="lastName" required>
            <Input autoComplete="family-name" defaultValue={lastName} />
          </Field>
        </div>
        <Field label="Phone" name="phone" required hint="With country, such as +380 44 123 4567.">
          <Input type="tel" autoComplete="tel" defaultValue={phone ? phoneText(phone) : ''} />
        </Field>
        {needsPassword ? <PasswordFields rules={await passwordRules(actor.userId)} /> : null}
        <PhotoField name={`${firstName} ${lastName}`} />
      </ActionForm>
    </QuietPage>
  );
});
