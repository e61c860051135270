import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Field } from '@/components/form/field';
import { ActionForm } from '@/components/form/form';
import { PasswordInput } from '@/components/form/password-input';
import { QuietPage } from '@/components/shell/quiet-page';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { END_TEXT, isEndReason } from '@/lib/access/labels';
import { publicPage } from '@/lib/auth/page';
import { admission } from '@/lib/auth/request';
import { safePath } from '@/lib/auth/routes';
import { signInAction } from './actions';

export const metadata: Metadata = { title: 'Sign in' };

export default publicPage(async ({ searchParams }) => {
  const { reason, next } = await searchParams;
  const path = safePath(typeof next === 'string' ? next : null);
  if ((await admission()).kind === 'admitted') redirect(path);
  const sameAsDone = reason === 'signed_out';
  return (
    <QuietPage title="Sign in" lead="Use the e-mail your organisation knows you by.">
      {isEndReason(reason) ? (
        <Notice tone={sameAsDone ? 'success' : 'warning'} className="mb-4">
          {END_TEXT[reason]}
        </Notice>
      ) : null}
      <ActionForm action={signInAction} submitLabel="Sign in" wide hidden={{ next: path }}>
        <Field label="E-mail" name="email" required>
          <Input type="email" autoComplete="username" autoFocus />
        </Field>
        <Field label="Password" name="password" required>
          <PasswordInput autoComplete="current-password" />
        </Field>
      </ActionForm>
    </QuietPage>
  );
});
