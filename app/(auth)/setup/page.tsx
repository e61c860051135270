import type { Metadata } from 'next';
import { Field } from '@/components/form/field';
import { ActionForm } from '@/components/form/form';
import { PasswordFields } from '@/components/form/password-fields';
import { QuietPage } from '@/components/shell/quiet-page';
import { ButtonLink } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { publicPage } from '@/lib/auth/page';
import { passwordRules } from '@/lib/credentials/rules';
import { isSetupOpen } from '@/lib/setup/setup';
import { setUpAction } from './actions';

export const metadata: Metadata = { title: 'Set up' };

export default publicPage(async ({ searchParams }) => {
  const { token } = await searchParams;
  if (typeof token !== 'string' || !(await isSetupOpen(token))) return <SetupClosed />;
  return (
    <QuietPage
      title="Set up Gatehouse"
      lead="You become the first superuser: you may do everything, everywhere. Companies and people come next."
    >
      <ActionForm action={setUpAction} submitLabel="Create superuser" wide hidden={{ token }}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="First name" name="firstName" required>
            <Input autoComplete="given-name" autoFocus />
          </Field>
          <Field label="Last name" name="lastName" required>
            <Input autoComplete="family-name" />
          </Field>
        </div>
        <Field label="E-mail" name="email" required hint="You sign in with it.">
          <Input type="email" autoComplete="username" />
        </Field>
        <PasswordFields rules={await passwordRules(null)} />
      </ActionForm>
    </QuietPage>
  );
});

function SetupClosed() {
  return (
    <QuietPage
      title="Setup is closed"
      lead="Either Gatehouse has its first superuser already, or this is not the link the server printed."
    >
      <ButtonLink href="/login" variant="primary" className="w-full">
        Go to sign-in
      </ButtonLink>
    </QuietPage>
  );
}
