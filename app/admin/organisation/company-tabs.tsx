import { PlaceTabs } from '@/components/ui/place-tabs';
import { can } from '@/lib/access/rights';
import type { Actor } from '@/lib/core/actor';

const TABS = [
  { id: 'structure', label: 'Structure', path: '' },
  { id: 'chart', label: 'Chart', path: '/chart' },
  { id: 'roles', label: 'Roles', path: '/roles' },
  { id: 'groups', label: 'Groups', path: '/groups' },
  { id: 'contract-roles', label: 'Contract roles', path: '/contract-roles' },
  { id: 'quizzes', label: 'Quizzes', path: '/quizzes', permission: 'quizzes.read' },
  { id: 'settings', label: 'Settings', path: '/settings', permission: 'companies.update' },
] as const;

export type CompanyTab = (typeof TABS)[number]['id'];

type CompanyTabsProps = { actor: Actor; companyId: string; tab: CompanyTab };

/** The places of a company that the actor may open. */
export function CompanyTabs({ actor, companyId, tab }: CompanyTabsProps) {
  const open = TABS.filter(
    (one) => !('permission' in one) || can(actor, one.permission, { companyId }),
  );
  return (
    <PlaceTabs
      label="Company"
      tabs={open.map(({ id, label, path }) => ({
        href: `/admin/organisation/${companyId}${path}`,
        label,
        isHere: id === tab,
      }))}
    />
  );
}
