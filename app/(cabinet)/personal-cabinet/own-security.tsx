import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { OwnProfile, OwnSecurity as Security } from '@/lib/users/queries';

function password({ passwordChangedAt }: Security, source: OwnProfile['source']) {
  if (source === 'directory') return 'Held by your directory';
  if (!passwordChangedAt) return 'None yet';
  return (
    <>
      Changed <Time at={passwordChangedAt} />
    </>
  );
}

function secondFactor({ twoFactorEnabledAt, twoFactorRequired }: Security) {
  if (!twoFactorEnabledAt) return 'Off. Set one up, so that a stolen password is not enough.';
  return (
    <>
      On since <Time at={twoFactorEnabledAt} />
      {twoFactorRequired ? '; required by your administrator' : null}
    </>
  );
}

type OwnSecurityProps = { security: Security; source: OwnProfile['source'] };

/** Password and second factor at a glance; both are changed in the account settings. */
export function OwnSecurity({ security, source }: OwnSecurityProps) {
  return (
    <Card>
      <CardHeader
        title="Security"
        actions={
          <ButtonLink
            href="/update_profile"
            size="sm"
            aria-label="Manage password and second factor"
          >
            Manage
          </ButtonLink>
        }
      />
      <CardBody>
        <DescriptionList
          items={[
            { label: 'Password', value: password(security, source) },
            { label: 'Second factor', value: secondFactor(security) },
          ]}
        />
      </CardBody>
    </Card>
  );
}
