import { Field } from '@/components/form/field';
import { PasswordFields } from '@/components/form/password-fields';
import { PhotoField } from '@/components/form/photo-field';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { passwordRules } from '@/lib/credentials/rules';
import { photoAddress } from '@/lib/photos/policy';
import type { Person } from '@/lib/users/queries';
import type { Deed } from './deeds';

/** What a deed asks for beside the yes. */
export async function DeedFields({ deed, person }: { deed: Deed; person: Person }) {
  switch (deed.asks) {
    case 'reason':
      return (
        <Field
          label="Reason"
          name="reason"
          required
          hint="Kept in the audit and shown to administrators."
        >
          <Textarea rows={2} maxLength={500} />
        </Field>
      );
    case 'password':
      return (
        <>
          <PasswordFields rules={await passwordRules(person.id)} />
          <Checkbox name="forceChange" label="Force change at next login" defaultChecked />
        </>
      );
    case 'photo':
      return (
        <PhotoField
          name={`${person.firstName} ${person.lastName}`}
          colour={person.colour}
          photoUrl={photoAddress(person.id, person.photo)}
        />
      );
    case 'email':
      return (
        <Field
          label={
            <>
              Type <span className="font-mono wrap-anywhere">{person.email}</span> to confirm
            </>
          }
          name="email"
          required
        >
          <Input autoComplete="off" spellCheck={false} />
        </Field>
      );
    default:
      return null;
  }
}
