import { PlaceTabs } from '@/components/ui/place-tabs';

type PersonTabsProps = { userId: string; tab: 'profile' | 'contracts' };

/** The places of a person. */
export const PersonTabs = ({ userId, tab }: PersonTabsProps) => (
  <PlaceTabs
    label="Person"
    tabs={[
      { href: `/admin/users/${userId}`, label: 'Profile', isHere: tab === 'profile' },
      { href: `/admin/users/${userId}/contracts`, label: 'Contracts', isHere: tab === 'contracts' },
    ]}
  />
);
