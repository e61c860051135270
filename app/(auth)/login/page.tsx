import type { Metadata } from 'next';
import Link from 'next/link';
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

/** What was just done, for who comes here from it. */
const DONE: Record<string, string> = {
  signed_out: END_TEXT.signed_out,
  password_reset: 'Your new password is saved. Sign in with it.',
};

export default publicPage(async ({ searchParams }) => {
  const { reason, next } = await searchParams;
  const path = safePath(typeof next === 'string' ? next : null);
  if ((await admission()).kind === 'admitted') redirect(path);
  return (
    <QuietPage
      title="Sign in"
      lead="Use the e-mail your organisation knows you by."
      footer={<OtherWays />}
    >
      <Reason reason={reason} />
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

function Reason({ reason }: { reason: string | string[] | undefined }) {
  if (typeof reason !== 'string') return null;
  const done = Object.hasOwn(DONE, reason) ? DONE[reason] : undefined;
  const text = done ?? (isEndReason(reason) ? END_TEXT[reason] : undefined);
  if (!text) return null;
  return (
    <Notice tone={done ? 'success' : 'warning'} className="mb-4">
      {text}
    </Notice>
  );
}

const OtherWays = () => (
  <nav aria-label="Other ways in" className="flex flex-wrap justify-center gap-x-6 gap-y-2">
    <Link href="/password_reset" className="underline underline-offset-2">
      Forgot password?
    </Link>
    <Link href="/first_login" className="underline underline-offset-2">
      First login
    </Link>
  </nav>
);
