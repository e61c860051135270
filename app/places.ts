import type { NavItem } from '@/components/shell/nav-item';
import { holds, type Holder, type Permission } from '@/lib/access/rights';

type Place = NavItem & { permission: Permission };

const ADMINISTRATION: Place[] = [
  { href: '/admin/users', label: 'Users', icon: 'users', permission: 'users.read' },
  { href: '/admin/contracts', label: 'Contracts', icon: 'contract', permission: 'contracts.read' },
  { href: '/admin/tasks', label: 'Tasks', icon: 'task', permission: 'tasks.read' },
  { href: '/admin/leavers', label: 'Leavers', icon: 'leaver', permission: 'users.read' },
  {
    href: '/admin/organisation',
    label: 'Organisation',
    icon: 'building',
    permission: 'companies.read',
  },
  {
    href: '/admin/downloads',
    label: 'Downloads',
    icon: 'download',
    permission: 'contracts.report',
  },
  {
    href: '/admin/groups',
    label: 'Other groups',
    icon: 'shield',
    permission: 'groups.update-other',
  },
  { href: '/admin/mail', label: 'Mail', icon: 'mail', permission: 'mail.read' },
  { href: '/admin/rights', label: 'Rights', icon: 'scale', permission: 'rights.read' },
  { href: '/admin/settings', label: 'Settings', icon: 'settings', permission: 'settings.read' },
];

const OWN: NavItem[] = [
  { href: '/personal-cabinet', label: 'Personal cabinet', icon: 'user' },
  { href: '/update_profile', label: 'Account settings', icon: 'key' },
];

/** The places somebody may go to, with how many tasks wait for them. */
export const placesOf = (holder: Holder, tasks: number): NavItem[] => [
  ...ADMINISTRATION.filter(({ permission }) => holds(holder, permission)).map(
    ({ permission: _, ...place }) =>
      place.href === '/admin/tasks' ? { ...place, count: tasks } : place,
  ),
  ...OWN,
];
