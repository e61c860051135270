import { Field } from '@/components/form/field';
import { NewPasswordInput } from '@/components/form/new-password-input';
import { Checkbox } from '@/components/ui/checkbox';
import type { PasswordRules } from '@/lib/credentials/policy';
import { FormGroup } from './form-group';

/** A way in for now: a password the person changes at once. */
export function FirstPasswordFields({ rules }: { rules: PasswordRules }) {
  return (
    <FormGroup title="First password">
      <Field
        label="Password"
        name="password"
        hint={`Leave empty to set one later. At least ${rules.minimum} characters.`}
      >
        <NewPasswordInput rules={rules} />
      </Field>
      <Checkbox name="forceChange" label="Force change at next login" defaultChecked />
    </FormGroup>
  );
}
