import type { Status } from '@/components/ui/status-badge';
import type { NavItem } from './nav-item';
import type { Found, FoundContract, FoundPerson } from './use-found';

export type PaletteEntry = { href: string; label: string } & (
  | { kind: 'page'; icon: NavItem['icon'] }
  | { kind: 'person'; email: string; status: Status }
  | { kind: 'contract'; about: string; isArchived: boolean }
);

type Matches = Pick<Found, 'people' | 'contracts'>;

export type PaletteGroup = { value: string; items: PaletteEntry[] };

/** What the palette shows for a text: what was found, then the pages whose name has it. */
export function paletteGroups(nav: NavItem[], text: string, found: Matches): PaletteGroup[] {
  const wanted = text.trim().toLocaleLowerCase('en');
  const groups: PaletteGroup[] = [
    { value: 'People', items: found.people.map(personEntry) },
    { value: 'Contracts', items: found.contracts.map(contractEntry) },
    {
      value: 'Pages',
      items: nav
        .filter(({ label }) => label.toLocaleLowerCase('en').includes(wanted))
        .map(({ href, label, icon }) => ({ kind: 'page', href, label, icon })),
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

function personEntry({ id, name, email, status }: FoundPerson): PaletteEntry {
  return { kind: 'person', href: `/admin/users/${id}`, label: name, email, status };
}

function contractEntry({ id, number, name, companyName, isArchived }: FoundContract): PaletteEntry {
  return {
    kind: 'contract',
    href: `/admin/contracts/${id}`,
    label: number,
    about: `${name} · ${companyName}`,
    isArchived,
  };
}
