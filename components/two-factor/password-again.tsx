import { Field } from '@/components/form/field';
import { PasswordInput } from '@/components/form/password-input';

/** One's own password, asked for once more before the second factor changes. */
export function PasswordAgain() {
  return (
    <Field label="Current password" name="current" required>
      <PasswordInput autoComplete="current-password" />
    </Field>
  );
}
