import { Field } from '@/components/form/field';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import type { PersonState } from '@/lib/people/schema';
import { FormGroup, Pair } from './form-group';

type AccessFieldsProps = {
  state?: PersonState;
  /** Nobody shortens their own access or lifts what is required of them. */
  isSelf?: boolean;
};

/** From when to when, and what is owed first. */
export function AccessFields({ state, isSelf = false }: AccessFieldsProps) {
  return (
    <FormGroup title="Access">
      <Pair>
        <Field
          label="Start date"
          name="startDate"
          hint="First day of access, in the company’s time zone."
        >
          <Input type="date" defaultValue={state?.startDate ?? ''} readOnly={isSelf} />
        </Field>
        <Field
          label="End date"
          name="endDate"
          hint={
            isSelf
              ? 'Your own dates are set by another administrator.'
              : 'Last day of access, that day included.'
          }
        >
          <Input type="date" defaultValue={state?.endDate ?? ''} readOnly={isSelf} />
        </Field>
      </Pair>
      <Checkbox
        name="twoFactorRequired"
        label="Require two-factor authentication"
        hint="Nothing opens before a second factor is set up; only an administrator can lift it."
        defaultChecked={state?.twoFactorRequired}
      />
    </FormGroup>
  );
}
