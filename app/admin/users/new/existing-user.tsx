import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Actor } from '@/lib/core/actor';
import { notFound } from '@/lib/core/errors';
import type { CompanyOffer } from '@/lib/organisation/choices';
import { findAccounts, getStanding } from '@/lib/people/queries';
import type { CreateQuery } from '@/lib/people/schema';
import { PersonForm } from '../person-form/person-form';
import { AccountChooser } from './account-chooser';

type ExistingUserProps = { actor: Actor; query: CreateQuery; offer: CompanyOffer | null };

/** Use Existing User: an account of no company is given one. Only superusers see such accounts. */
export async function ExistingUser({ actor, query, offer }: ExistingUserProps) {
  const { user, find, company } = query;
  if (actor.right !== 'superuser') {
    return (
      <Notice title="Only a superuser can do this">
        Accounts without a cabinet profile belong to no company yet, so nobody but a superuser sees
        them. Ask one, or create a new user.
      </Notice>
    );
  }
  if (!user) {
    const accounts = await findAccounts(actor, find);
    return <AccountChooser accounts={accounts} find={find} company={company} />;
  }
  const standing = await getStanding(actor, user);
  if (standing.state.companyId !== null || standing.state.isStaff) throw notFound('This account');
  if (!offer) return <p className="text-muted">Choose the company first.</p>;
  return (
    <>
      <p className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <span>
          The account of <strong>{standing.state.email}</strong>
        </span>
        <ButtonLink size="sm" href="/admin/users/new?mode=existing">
          Choose another
        </ButtonLink>
      </p>
      <PersonForm actor={actor} userId={user} standing={standing} offer={offer} photoUrl={null} />
    </>
  );
}
