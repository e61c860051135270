import { ActionForm } from '@/components/form/form';
import { PasswordFields } from '@/components/form/password-fields';
import { QuietPage } from '@/components/shell/quiet-page';
import type { PasswordRules } from '@/lib/credentials/policy';
import { NoteOpened } from '../first_login/note-opened';
import { completeResetAction, noteOpenedAction } from './actions';
import { BackToSignIn } from './back-to-sign-in';

type ChooseProps = { token: string; email: string; rules: PasswordRules };

/** The page of a live link: a new password, whose form alone uses the link up. */
export const Choose = ({ token, email, rules }: ChooseProps) => (
  <QuietPage
    title="Choose a new password"
    lead={
      <>
        For <span className="font-medium wrap-anywhere text-ink">{email}</span>. Saving it signs you
        out everywhere; then sign in with it.
      </>
    }
    footer={<BackToSignIn />}
  >
    <NoteOpened action={noteOpenedAction} token={token} />
    <ActionForm
      action={completeResetAction}
      submitLabel="Save new password"
      wide
      hidden={{ token }}
    >
      {/* Without a name it is not sent: it tells a password manager whose password this becomes. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordFields rules={rules} />
    </ActionForm>
  </QuietPage>
);
