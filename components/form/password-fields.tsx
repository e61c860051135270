import { MINIMUM_PASSWORD } from '@/lib/credentials/schema';
import { Field } from './field';
import { PasswordInput } from './password-input';

/** A new password, twice; with the current one before it when somebody changes their own. */
export function PasswordFields({ withCurrent = false }: { withCurrent?: boolean }) {
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
        hint={`At least ${MINIMUM_PASSWORD} characters; a few unrelated words do well.`}
      >
        <PasswordInput autoComplete="new-password" />
      </Field>
      <Field label="Repeat new password" name="repeat" required>
        <PasswordInput autoComplete="new-password" />
      </Field>
    </>
  );
}
