import { Field } from '@/components/form/field';
import { ActionForm } from '@/components/form/form';
import { QuietPage } from '@/components/shell/quiet-page';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { requestResetAction } from './actions';
import { BackToSignIn } from './back-to-sign-in';

/** The form that asks for a link; the answer is the same whoever asks. */
export const Ask = ({ noLonger }: { noLonger: boolean }) => (
  <QuietPage
    title="Forgot password?"
    lead="We mail you a link with which you choose a new one."
    footer={<BackToSignIn />}
  >
    {noLonger ? (
      <Notice tone="warning" title="This link is no longer valid" className="mb-4">
        It was used, replaced by a newer one, or too old. Ask for a new one here.
      </Notice>
    ) : null}
    <ActionForm action={requestResetAction} submitLabel="Send me a link" wide>
      <Field label="E-mail" name="email" required>
        <Input type="email" autoComplete="username" autoFocus />
      </Field>
    </ActionForm>
  </QuietPage>
);
