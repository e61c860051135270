import { Field } from '@/components/form/field';
import { Select } from '@/components/ui/select';
import { FormGroup } from './form-group';

/** How they are told of their account. */
export function InviteFields() {
  return (
    <FormGroup title="Invitation">
      <Field
        label="Invite"
        name="invite"
        hint="A first-login mail asks for the control word of the company, which you tell them yourself. Automatic sends it where the company has a control word and there is no password, else nothing."
      >
        <Select>
          <option value="">Automatic</option>
          <option value="first_login">First-login mail</option>
          <option value="password_reset">Reset mail</option>
          <option value="none">None</option>
        </Select>
      </Field>
    </FormGroup>
  );
}
