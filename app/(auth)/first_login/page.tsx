import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { ActionForm } from '@/components/form/form';
import { QuietPage } from '@/components/shell/quiet-page';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { publicPage } from '@/lib/auth/page';
import { admission, visitor } from '@/lib/auth/request';
import { lookAtFirstLogin } from '@/lib/sign-in/first-login';
import { firstLoginAction, noteOpenedAction } from './actions';
import { AskForm } from './ask-form';
import { ControlWordField } from './control-word-field';
import { NoteOpened } from './note-opened';

export const metadata: Metadata = { title: 'First login' };

export default publicPage(async ({ searchParams }) => {
  const { token, notice } = await searchParams;
  if (typeof token === 'string') {
    const link = await lookAtFirstLogin(token, await visitor());
    return link ? <SignIn token={token} asksWord={link.asksWord} /> : <Ask notice={<NoLonger />} />;
  }
  if ((await admission()).kind === 'admitted') redirect('/');
  if (notice === 'sent') return <Sent />;
  return <Ask notice={notice === 'invalid' ? <NoLonger /> : null} />;
});

/** Shows the button and nothing more happens: whatever fetches this address uses nothing up. */
function SignIn({ token, asksWord }: { token: string; asksWord: boolean }) {
  return (
    <QuietPage
      title="First login"
      lead={
        asksWord
          ? 'Give the control word of your company. Then you complete your profile and choose a password.'
          : 'Sign in, then complete your profile and choose a password.'
      }
    >
      <NoteOpened action={noteOpenedAction} token={token} />
      <ActionForm action={firstLoginAction} submitLabel="Sign in" wide hidden={{ token }}>
        {asksWord ? <ControlWordField /> : null}
      </ActionForm>
    </QuietPage>
  );
}

const toSignIn = (
  <>
    Have you signed in before?{' '}
    <a href="/login" className="underline underline-offset-2">
      Sign in with your password
    </a>
  </>
);

function Ask({ notice }: { notice: ReactNode }) {
  return (
    <QuietPage
      title="First login"
      lead="For your first time here: we mail you a link that signs you in."
      footer={toSignIn}
    >
      {notice}
      <AskForm />
    </QuietPage>
  );
}

const NoLonger = () => (
  <Notice tone="warning" title="This link is no longer valid" className="mb-4">
    It was used, replaced by a newer one, or too old. Ask for a new one here.
  </Notice>
);

const Sent = () => (
  <QuietPage title="Look into your mail" footer={toSignIn}>
    <Notice tone="success" className="mb-4">
      If e-mail and control word belong together and your first login is still open, a link is on
      its way.
    </Notice>
    <p className="mb-4 text-pretty text-muted">
      It counts for 15 minutes. Open it in this browser; any other one asks for the control word
      again. Nothing came? Look into the junk folder, then check both entries.
    </p>
    <ButtonLink href="/first_login" className="w-full">
      Ask again
    </ButtonLink>
  </QuietPage>
);
