import { Field } from '@/components/form/field';
import { ActionForm } from '@/components/form/form';
import { Input } from '@/components/ui/input';
import { askFirstLoginAction } from './actions';
import { ControlWordField } from './control-word-field';

/** E-mail and control word; the answer is the same whatever they are. */
export function AskForm() {
  return (
    <ActionForm action={askFirstLoginAction} submitLabel="Send me a link" wide>
      <Field label="E-mail" name="email" required>
        <Input type="email" autoComplete="email" autoFocus />
      </Field>
      <ControlWordField />
    </ActionForm>
  );
}
