import { Field } from '@/components/form/field';
import { Input } from '@/components/ui/input';

/** The six figures that an authenticator app shows. */
export function CodeField({ autoFocus = false }: { autoFocus?: boolean }) {
  return (
    <Field
      label="Code"
      name="code"
      required
      hint="Six figures; the app shows new ones every half minute."
    >
      <Input
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus={autoFocus}
        className="font-mono tracking-widest"
      />
    </Field>
  );
}

/** One of the codes that were saved when the second factor was set up. */
export function BackupCodeField() {
  return (
    <Field
      label="Backup code"
      name="code"
      required
      hint="Sixteen characters of the list you saved. Each code works once."
    >
      <Input
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        autoFocus
        className="font-mono"
      />
    </Field>
  );
}
