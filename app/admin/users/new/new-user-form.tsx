import { ActionForm } from '@/components/form/form';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody } from '@/components/ui/card';
import { grantable, holds } from '@/lib/access/rights';
import type { Actor } from '@/lib/core/actor';
import { passwordRules } from '@/lib/credentials/rules';
import type { CompanyOffer } from '@/lib/organisation/choices';
import { createUserAction } from '../actions';
import { AccessFields } from '../person-form/access-fields';
import { FirstPasswordFields } from '../person-form/first-password-fields';
import { IdentityFields } from '../person-form/identity-fields';
import { InviteFields } from '../person-form/invite-fields';
import { MembershipFields } from '../person-form/membership-fields';
import { RightsFields } from '../person-form/rights-fields';

/** Create New User: all of a person of this company, in one form. */
export async function NewUserForm({ actor, offer }: { actor: Actor; offer: CompanyOffer }) {
  return (
    <Card>
      <CardBody>
        <ActionForm
          action={createUserAction}
          submitLabel="Create user"
          hidden={{ companyId: offer.id }}
          cancel={<ButtonLink href="/admin/users">Cancel</ButtonLink>}
        >
          <IdentityFields />
          <MembershipFields key={offer.id} offer={offer} />
          <AccessFields />
          <FirstPasswordFields rules={await passwordRules(null)} />
          <InviteFields />
          {holds(actor, 'rights.grant') ? <RightsFields rights={grantable(actor)} /> : null}
        </ActionForm>
      </CardBody>
    </Card>
  );
}
