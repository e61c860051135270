import { Field } from '@/components/form/field';
import { ActionForm } from '@/components/form/form';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Input } from '@/components/ui/input';
import { phoneText } from '@/lib/core/input';
import type { OwnProfile as Profile } from '@/lib/users/queries';
import { updateProfileAction } from './actions';

/** Who one is: names and phone to change, the rest to read. */
export function OwnProfile({ profile }: { profile: Profile }) {
  const phone = profile.phone && phoneText(profile.phone);
  const fixed = [
    { label: 'E-mail', value: profile.email },
    { label: 'Company', value: profile.company },
    { label: 'Department', value: profile.department },
    { label: 'Position', value: profile.position },
  ];
  return (
    <Card>
      <CardHeader title="Profile" />
      <CardBody className="grid gap-5">
        {profile.source === 'local' ? (
          <ActionForm
            action={updateProfileAction}
            submitLabel="Save changes"
            hidden={{ version: String(profile.version) }}
          >
            <div className="grid gap-4 sm:grid-cols-2">
              <Field label="First name" name="firstName" required>
                <Input autoComplete="given-name" defaultValue={profile.firstName} />
              </Field>
              <Field label="Last name" name="lastName" required>
                <Input autoComplete="family-name" defaultValue={profile.lastName} />
              </Field>
            </div>
            <Field label="Phone" name="phone" hint="With country, such as +380 44 123 4567.">
              <Input type="tel" autoComplete="tel" defaultValue={phone ?? ''} />
            </Field>
          </ActionForm>
        ) : (
          <DescriptionList
            items={[
              { label: 'Name', value: `${profile.firstName} ${profile.lastName}` },
              { label: 'Phone', value: phone },
            ]}
          />
        )}
        <div className="border-t pt-4">
          <p className="mb-3 text-sm text-muted">
            {profile.source === 'local'
              ? 'Your administrator keeps the following.'
              : 'Your directory keeps all of this.'}
          </p>
          <DescriptionList items={fixed} />
        </div>
      </CardBody>
    </Card>
  );
}
