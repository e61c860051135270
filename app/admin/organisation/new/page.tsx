import type { Metadata } from 'next';
import { ActionForm } from '@/components/form/form';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { adminPage } from '@/lib/auth/page';
import { createCompanyAction } from '../actions';
import { CompanyFields } from '../company-fields';

export const metadata: Metadata = { title: 'Create Company' };

export default adminPage('companies.create', () => (
  <div className="mx-auto w-full max-w-140">
    <PageHeader
      title="Create Company"
      breadcrumbs={[
        { label: 'Companies', href: '/admin/organisation' },
        { label: 'Create Company' },
      ]}
    />
    <Card>
      <CardBody>
        <ActionForm
          action={createCompanyAction}
          submitLabel="Create company"
          cancel={<ButtonLink href="/admin/organisation">Cancel</ButtonLink>}
        >
          <CompanyFields />
        </ActionForm>
      </CardBody>
    </Card>
  </div>
));
