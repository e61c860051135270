import type { ReactNode } from 'react';
import { PageHeader } from '@/components/ui/page-header';
import type { Actor } from '@/lib/core/actor';
import { CompanyTabs, type CompanyTab } from './company-tabs';

type CompanyHeaderProps = {
  actor: Actor;
  company: { id: string; name: string };
  tab: CompanyTab;
  actions?: ReactNode;
};

/** The head of a company's pages: its name and its places. */
export const CompanyHeader = ({ actor, company, tab, actions }: CompanyHeaderProps) => (
  <>
    <PageHeader
      title={company.name}
      actions={actions}
      breadcrumbs={[{ label: 'Companies', href: '/admin/organisation' }, { label: company.name }]}
    />
    <CompanyTabs actor={actor} companyId={company.id} tab={tab} />
  </>
);
