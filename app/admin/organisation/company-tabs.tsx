import Link from 'next/link';
import { can } from '@/lib/access/rights';
import type { Actor } from '@/lib/core/actor';

const TABS = [
  { id: 'structure', label: 'Structure', path: '' },
  { id: 'chart', label: 'Chart', path: '/chart' },
  { id: 'roles', label: 'Roles', path: '/roles' },
  { id: 'groups', label: 'Groups', path: '/groups' },
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
    <nav aria-label="Company" className="mb-5 border-b">
      <ul className="-mb-px flex flex-wrap gap-x-1 max-sm:gap-x-0">
        {open.map(({ id, label, path }) => (
          <li key={id}>
            <Link
              href={`/admin/organisation/${companyId}${path}`}
              aria-current={id === tab ? 'page' : undefined}
              className="flex h-9 items-center rounded-t-md border-b-2 border-transparent px-3 font-medium whitespace-nowrap text-muted hover:text-ink focus-visible:-outline-offset-2 aria-[current]:border-accent aria-[current]:text-ink max-sm:px-1.5 max-sm:text-sm"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
