import type { PasswordRules } from '@/lib/credentials/policy';
import { Field } from './field';
import { NewPasswordInput } from './new-password-input';
import { PasswordInput } from './password-input';

type PasswordFieldsProps = {
  /** What the server will hold it to, of lib/credentials/rules.ts. */
  rules: PasswordRules;
  withCurrent?: boolean;
};

/** A new password, twice; with the current one before it when somebody changes their own. */
export function PasswordFields({ rules, withCurrent = false }: PasswordFieldsProps) {
  return (
    <>
      {withCurrent ? (
        <Field label="Current password" name="current" required>
          <PasswordInput autoComplete="current-password" />
        </Field>
      ) : null}
      <Field
        label="New password"
        name="password"
        required
        hint={`At least ${rules.minimum} characters; a few unrelated words do well.`}
      >
        <NewPasswordInput rules={rules} />
      </Field>
      <Field label="Repeat new password" name="repeat" required>
        <PasswordInput autoComplete="new-password" />
      </Field>
    </>
  );
}
