import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { ActionForm } from '@/components/form/form';
import { CodeField } from '@/components/two-factor/code-field';
import { dayText } from '@/components/two-factor/day-text';
import { PasswordAgain } from '@/components/two-factor/password-again';
import { RegenerateCodes } from '@/components/two-factor/regenerate-codes';
import { Button } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import { now } from '@/lib/core/clock';
import { FEW_CODES, type OwnSecondFactor } from '@/lib/two-factor/policy';
import { disableTwoFactorAction, regenerateBackupCodesAction, testCodeAction } from './actions';

/** A second factor that is on: since when, how many backup codes are left, what can be done. */
export function TwoFactorOn({ own, since }: { own: OwnSecondFactor; since: Date }) {
  const { name, codesLeft, isRequired } = own;
  return (
    <div className="grid gap-5">
      {codesLeft <= FEW_CODES ? <FewCodes left={codesLeft} /> : null}
      <DescriptionList
        items={[
          { label: 'On since', value: <Time at={since} /> },
          { label: 'Backup codes', value: `${codesLeft} of 10 left` },
          {
            label: 'Required',
            value: isRequired ? 'By your administrator' : 'No',
          },
        ]}
      />
      <div className="flex flex-wrap gap-2">
        <RegenerateCodes action={regenerateBackupCodesAction} name={name} day={dayText(now())} />
        {isRequired ? null : <Disable />}
      </div>
      <div className="border-t pt-4">
        <h3 className="mb-3 font-semibold">Test a code</h3>
        <ActionForm
          action={testCodeAction}
          submitLabel="Test a code"
          submitVariant="secondary"
          resetOnDone
        >
          <CodeField />
        </ActionForm>
      </div>
    </div>
  );
}

const Disable = () => (
  <ConfirmDialog
    trigger={<Button>Disable</Button>}
    title="Disable your second factor"
    description="Your password alone will let you in. The key in your app and all backup codes stop working, and your other sessions end."
    verb="Disable"
    action={disableTwoFactorAction}
  >
    <PasswordAgain />
  </ConfirmDialog>
);

const FewCodes = ({ left }: { left: number }) => (
  <Notice tone="warning" title={left === 1 ? '1 backup code left' : `${left} backup codes left`}>
    Regenerate them now, while you can still get in.
  </Notice>
);
