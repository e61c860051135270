import { ActionForm } from '@/components/form/form';
import type { FormAction } from '@/components/form/use-action-form';
import { Notice } from '@/components/ui/notice';
import { now } from '@/lib/core/clock';
import type { OwnSecondFactor } from '@/lib/two-factor/policy';
import { AppKey } from './app-key';
import { dayText } from './day-text';
import { PasswordAgain } from './password-again';
import { SetUpSteps } from './set-up-steps';

type SetUpTwoFactorProps = {
  own: OwnSecondFactor;
  actions: Record<'start' | 'confirm' | 'finish' | 'cancel', FormAction>;
  /** Buttons as wide as the form, as sign-in pages have them. */
  wide?: boolean;
};

/** From the password over key and code to the backup codes; each step is one form. */
export function SetUpTwoFactor({ own, actions, wide = false }: SetUpTwoFactorProps) {
  const { name, hasPassword, setUp } = own;
  if (!hasPassword) return <Notice tone="warning">{NO_PASSWORD}</Notice>;
  if (!setUp) {
    return (
      <ActionForm action={actions.start} submitLabel="Set Up 2FA" wide={wide}>
        <PasswordAgain />
      </ActionForm>
    );
  }
  return (
    <>
      <SetUpSteps
        step={setUp.step}
        appKey={setUp.step === 'confirm' ? <AppKey {...setUp} /> : null}
        confirm={actions.confirm}
        finish={actions.finish}
        name={name}
        day={dayText(now())}
        wide={wide}
      />
      <ActionForm
        action={actions.cancel}
        submitLabel="Cancel set-up"
        submitVariant="ghost"
        wide={wide}
      />
    </>
  );
}

const NO_PASSWORD =
  'Setting up a second factor asks for your password, and you have none here yet. Choose one by “Forgot password?” on the sign-in page, or ask your administrator.';
