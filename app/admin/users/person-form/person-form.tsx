import { ActionForm } from '@/components/form/form';
import { SeenVersions } from '@/components/form/seen-versions';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody } from '@/components/ui/card';
import { grantable, holds } from '@/lib/access/rights';
import type { Actor } from '@/lib/core/actor';
import type { CompanyOffer } from '@/lib/organisation/choices';
import type { Standing } from '@/lib/people/state';
import { updateUserAction } from '../actions';
import { AccessFields } from './access-fields';
import { IdentityFields } from './identity-fields';
import { InviteFields } from './invite-fields';
import { MembershipFields } from './membership-fields';
import { RightsFields } from './rights-fields';

import { stateIn } from './state-in';

type PersonFormProps = {
  actor: Actor;
  userId: string;
  standing: Standing;
  /** Of the company they are in, or are to be; null: of none. */
  offer: CompanyOffer | null;
  photoUrl: string | null;
  /** The groups they are in already. */
  groupIds?: string[];
};

const bringsMore = ({ roles }: CompanyOffer, roleIds: string[], groupIds: string[]) =>
  roles.some(
    ({ id, groups }) =>
      roleIds.includes(id) && groups.some((group) => !groupIds.includes(group.id)),
  );

/** All of a person who is there already, in one form: Edit, and Use Existing User. */
export function PersonForm(props: PersonFormProps) {
  const { actor, userId, standing, offer, photoUrl, groupIds = [] } = props;
  const state = stateIn(standing.state, offer);
  const isSelf = actor.userId === userId;
  const isAdopted = standing.state.companyId === null && offer !== null;
  return (
    <Card>
      <CardBody>
        <ActionForm
          action={updateUserAction}
          submitLabel={isAdopted ? 'Create profile' : 'Save changes'}
          hidden={{ userId, companyId: offer?.id ?? '' }}
          cancel={
            <ButtonLink href={isAdopted ? '/admin/users' : `/admin/users/${userId}`}>
              Cancel
            </ButtonLink>
          }
        >
          <SeenVersions seen={JSON.stringify(standing.state)} />
          <IdentityFields
            state={state}
            isHeld={standing.source === 'directory'}
            photoUrl={photoUrl}
          />
          {offer ? (
            <MembershipFields
              key={offer.id}
              offer={offer}
              state={state}
              inAll={!bringsMore(offer, state.roleIds, groupIds)}
            />
          ) : null}
          <AccessFields state={state} isSelf={isSelf} />
          {isAdopted ? <InviteFields /> : null}
          {holds(actor, 'rights.grant') && !isSelf ? (
            <RightsFields rights={grantable(actor)} state={state} />
          ) : null}
        </ActionForm>
      </CardBody>
    </Card>
  );
}
