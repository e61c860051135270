import type { Metadata } from 'next';
import { ActionForm } from '@/components/form/form';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { grantable, holds } from '@/lib/access/rights';
import { adminPage } from '@/lib/auth/page';
import { passwordRules } from '@/lib/credentials/rules';
import { companyChoices } from '@/lib/organisation/queries';
import { createUserAction } from '../actions';
import {
  AccessFields,
  FirstPasswordFields,
  IdentityFields,
  InviteFields,
  RightsFields,
} from './fields';

export const metadata: Metadata = { title: 'Create User' };

export default adminPage('users.create', async (actor) => {
  const companies = await companyChoices(actor);
  return (
    <div className="mx-auto w-full max-w-180">
      <PageHeader
        title="Create User"
        description="A new account with its cabinet profile."
        breadcrumbs={[{ label: 'Users', href: '/admin/users' }, { label: 'Create User' }]}
      />
      <Card>
        <CardBody>
          {companies.length === 0 ? (
            <EmptyState
              title="There is no company yet"
              text="Every person belongs to a company. Create it first."
              action={<ButtonLink href="/admin/organisation/new">Create Company</ButtonLink>}
            />
          ) : (
            <ActionForm
              action={createUserAction}
              submitLabel="Create user"
              cancel={<ButtonLink href="/admin/users">Cancel</ButtonLink>}
            >
              <IdentityFields companies={companies} />
              <AccessFields />
              <FirstPasswordFields rules={await passwordRules(null)} />
              <InviteFields />
              {holds(actor, 'rights.grant') ? <RightsFields rights={grantable(actor)} /> : null}
            </ActionForm>
          )}
        </CardBody>
      </Card>
    </div>
  );
});
