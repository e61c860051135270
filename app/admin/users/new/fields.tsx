import type { ReactNode } from 'react';
import { Field } from '@/components/form/field';
import { PhotoField } from '@/components/form/photo-field';
import { NewPasswordInput } from '@/components/form/new-password-input';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { RIGHT_LABELS, type AdminRight } from '@/lib/access/rights';
import type { PasswordRules } from '@/lib/credentials/policy';

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-4 border-t pt-5 first:border-0 first:pt-0">
      <legend className="float-left mb-1 w-full font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}

const Pair = ({ children }: { children: ReactNode }) => (
  <div className="grid gap-4 sm:grid-cols-2">{children}</div>
);

type Choice = { id: string; name: string };

/** Who someone is. */
export function IdentityFields({ companies }: { companies: Choice[] }) {
  const [only] = companies;
  return (
    <Group title="Person">
      <Pair>
        <Field label="First name" name="firstName" required>
          <Input autoComplete="off" autoFocus />
        </Field>
        <Field label="Last name" name="lastName" required>
          <Input autoComplete="off" />
        </Field>
      </Pair>
      <Pair>
        <Field label="E-mail" name="email" required hint="The sign-in name; unique in Gatehouse.">
          <Input type="email" autoComplete="off" />
        </Field>
        <Field label="Phone" name="phone" hint="With country, such as +380 44 123 4567.">
          <Input type="tel" autoComplete="off" />
        </Field>
      </Pair>
      <Field label="Company" name="companyId" required>
        <Select defaultValue={companies.length === 1 ? only?.id : ''}>
          <option value="">Choose a company</option>
          {companies.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <PhotoField />
    </Group>
  );
}

/** From when to when, and what is owed first. */
export function AccessFields() {
  return (
    <Group title="Access">
      <Pair>
        <Field
          label="Start date"
          name="startDate"
          hint="First day of access, in the company’s time zone."
        >
          <Input type="date" />
        </Field>
        <Field label="End date" name="endDate" hint="Last day of access, that day included.">
          <Input type="date" />
        </Field>
      </Pair>
      <Checkbox
        name="twoFactorRequired"
        label="Require two-factor authentication"
        hint="Nothing opens before a second factor is set up; only an administrator can lift it."
      />
    </Group>
  );
}

/** A way in for now: a password the person changes at once. */
export function FirstPasswordFields({ rules }: { rules: PasswordRules }) {
  return (
    <Group title="First password">
      <Field
        label="Password"
        name="password"
        hint={`Leave empty to set one later. At least ${rules.minimum} characters.`}
      >
        <NewPasswordInput rules={rules} />
      </Field>
      <Checkbox name="forceChange" label="Force change at next login" defaultChecked />
    </Group>
  );
}

/** How they are told of their account. */
export function InviteFields() {
  return (
    <Group title="Invitation">
      <Field
        label="Invite"
        name="invite"
        hint="A first-login mail asks for the control word of the company, which you tell them yourself. Automatic sends it where the company has a control word and no first password is given, else nothing."
      >
        <Select>
          <option value="">Automatic</option>
          <option value="first_login">First-login mail</option>
          <option value="password_reset">Reset mail</option>
          <option value="none">None</option>
        </Select>
      </Field>
    </Group>
  );
}

/** Staff status and the right that comes with it; only what the administrator may grant. */
export function RightsFields({ rights }: { rights: AdminRight[] }) {
  return (
    <Group title="Administration">
      <Checkbox
        name="isStaff"
        label="Staff"
        hint="May open the administration area. What they may do there follows from the right."
      />
      <Field label="Administration right" name="right">
        <Select>
          <option value="">None</option>
          {rights.map((right) => (
            <option key={right} value={right}>
              {RIGHT_LABELS[right]}
            </option>
          ))}
        </Select>
      </Field>
    </Group>
  );
}
