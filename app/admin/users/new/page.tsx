import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { adminPage } from '@/lib/auth/page';
import { parseQuery } from '@/lib/auth/parse';
import type { Actor } from '@/lib/core/actor';
import { companyOffer } from '@/lib/organisation/choices';
import { companyChoices } from '@/lib/organisation/queries';
import { createQuery, type CreateQuery } from '@/lib/people/schema';
import { CompanyChooser } from '../person-form/company-chooser';
import { ExistingUser } from './existing-user';
import { Modes } from './modes';
import { NewUserForm } from './new-user-form';

export const metadata: Metadata = { title: 'Create User' };

/** The company of the form: the one asked for, one's own, or the only one there is. */
async function companyOf(actor: Actor, { company, q }: CreateQuery) {
  const all = await companyChoices(actor);
  const only = all.length === 1 ? all[0]?.id : undefined;
  const id = company ?? actor.companyId ?? only;
  const choices = q ? await companyChoices(actor, { q }) : all;
  return { choices, hasChoice: all.length > 1, offer: id ? await companyOffer(actor, id) : null };
}

export default adminPage('users.create', async (actor, { searchParams }) => {
  const query = parseQuery(createQuery, await searchParams);
  const { mode, user, q } = query;
  const { choices, hasChoice, offer } = await companyOf(actor, query);
  const isChosen = mode === 'new' || user !== undefined;
  return (
    <div className="mx-auto w-full max-w-180">
      <PageHeader
        title="Create User"
        description={
          mode === 'new'
            ? 'A new account with its cabinet profile.'
            : 'A cabinet profile for an account that has none yet.'
        }
        breadcrumbs={[{ label: 'Users', href: '/admin/users' }, { label: 'Create User' }]}
      />
      <Modes mode={mode} />
      {offer === null && !hasChoice ? (
        <EmptyState
          title="There is no company yet"
          text="Every person belongs to a company. Create it first."
          action={<ButtonLink href="/admin/organisation/new">Create Company</ButtonLink>}
        />
      ) : null}
      {isChosen && hasChoice ? (
        <CompanyChooser
          path="/admin/users/new"
          kept={{ mode: mode === 'new' ? undefined : mode, user, company: offer?.id }}
          chosen={offer}
          choices={choices}
          q={q}
          change={offer ? 'Choose another company' : 'Choose the company'}
        />
      ) : null}
      {mode === 'existing' ? <ExistingUser actor={actor} query={query} offer={offer} /> : null}
      {mode === 'new' && offer ? <NewUserForm actor={actor} offer={offer} /> : null}
    </div>
  );
});
