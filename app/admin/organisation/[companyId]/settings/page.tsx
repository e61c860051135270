import type { Metadata } from 'next';
import { ActionForm } from '@/components/form/form';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody } from '@/components/ui/card';
import { can } from '@/lib/access/rights';
import { adminPage } from '@/lib/auth/page';
import { parse } from '@/lib/auth/parse';
import { companyContents, getCompany } from '@/lib/organisation/queries';
import { companyReference } from '@/lib/organisation/schema';
import { updateCompanyAction } from '../../actions';
import { CompanyFields } from '../../company-fields';
import { CompanyHeader } from '../../company-header';
import { ControlWordCard } from './control-word-card';
import { DeleteCompanyCard } from './delete-company-card';

export const metadata: Metadata = { title: 'Company settings' };

export default adminPage('companies.update', async (actor, { params }) => {
  const { companyId } = parse(companyReference, await params);
  const company = await getCompany(actor, companyId);
  const contents = await companyContents(actor, companyId);
  return (
    <>
      <CompanyHeader actor={actor} company={company} tab="settings" />
      <div className="grid w-full max-w-140 gap-4">
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
        {can(actor, 'companies.delete', { companyId }) ? (
          <DeleteCompanyCard company={company} contents={contents} />
        ) : null}
      </div>
    </>
  );
});
