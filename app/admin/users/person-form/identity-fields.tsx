import { ColourField } from '@/components/form/colour-field';
import { Field } from '@/components/form/field';
import { PhotoField } from '@/components/form/photo-field';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { phoneText } from '@/lib/core/input';
import type { PersonState } from '@/lib/people/schema';
import { FormGroup, Pair } from './form-group';

type IdentityFieldsProps = {
  state?: PersonState;
  /** Names, e-mail and phone are held by the directory. */
  isHeld?: boolean;
  photoUrl?: string | null;
};

/** Who someone is. */
export function IdentityFields({ state, isHeld = false, photoUrl = null }: IdentityFieldsProps) {
  return (
    <FormGroup title="Person">
      {isHeld ? (
        <Notice>
          Names, e-mail and phone come from the directory. Have them changed there; they arrive with
          the next sign-in.
        </Notice>
      ) : null}
      <Pair>
        <Field label="First name" name="firstName" required>
          <Input
            autoComplete="off"
            autoFocus={!state}
            defaultValue={state?.firstName}
            readOnly={isHeld}
          />
        </Field>
        <Field label="Last name" name="lastName" required>
          <Input autoComplete="off" defaultValue={state?.lastName} readOnly={isHeld} />
        </Field>
      </Pair>
      <Pair>
        <Field
          label="E-mail"
          name="email"
          required
          hint={
            state && !isHeld
              ? 'The sign-in name. Changed, it voids the links mailed to the old one.'
              : 'The sign-in name; unique in Gatehouse.'
          }
        >
          <Input type="email" autoComplete="off" defaultValue={state?.email} readOnly={isHeld} />
        </Field>
        <Field label="Phone" name="phone" hint="With country, such as +380 44 123 4567.">
          <Input
            type="tel"
            autoComplete="off"
            defaultValue={state?.phone ? phoneText(state.phone) : ''}
            readOnly={isHeld}
          />
        </Field>
      </Pair>
      <PhotoField
        name={state ? `${state.firstName} ${state.lastName}` : ''}
        colour={state?.colour ?? null}
        photoUrl={photoUrl}
      />
      {photoUrl ? <Checkbox name="removePhoto" label="Remove the photo" /> : null}
      <ColourField given={state?.colour ?? null} />
    </FormGroup>
  );
}
