import { Field } from '@/components/form/field';
import { Input } from '@/components/ui/input';

/**
 * The company's control word. Plain text: beside an e-mail, browsers would keep a hidden one as this
 * person's password and later sign in with it.
 */
export function ControlWordField() {
  return (
    <Field
      label="Control word"
      name="word"
      required
      hint="The word of your company, as your administrator told it to you."
    >
      <Input autoComplete="off" autoCapitalize="none" autoCorrect="off" spellCheck={false} />
    </Field>
  );
}
