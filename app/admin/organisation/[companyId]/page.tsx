import type { Metadata } from 'next';
import { ActionForm } from '@/components/form/form';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { adminPage } from '@/lib/auth/page';
import { parse } from '@/lib/auth/parse';
import { getCompany } from '@/lib/organisation/queries';
import { companyReference } from '@/lib/organisation/schema';
import { updateCompanyAction } from '../actions';
import { CompanyFields } from '../company-fields';
import { ControlWordCard } from './control-word-card';

export const metadata: Metadata = { title: 'Edit company' };

export default adminPage('companies.update', async (actor, { params }) => {
  const { companyId } = parse(companyReference, await params);
  const company = await getCompany(actor, companyId);
  return (
    <div className="mx-auto w-full max-w-140">
      <PageHeader
        title={company.name}
        breadcrumbs={[{ label: 'Companies', href: '/admin/organisation' }, { label: company.name }]}
      />
      <Card>
        <CardBody>
          <ActionForm
            action={updateCompanyAction}
            submitLabel="Save changes"
            hidden={{ companyId, version: String(company.version) }}
            cancel={<ButtonLink href="/admin/organisation">Cancel</ButtonLink>}
          >
            <CompanyFields company={company} />
          </ActionForm>
        </CardBody>
      </Card>
      <ControlWordCard companyId={companyId} changedAt={company.controlWordChangedAt} />
    </div>
  );
});
