import type { Status } from '@/components/ui/status-badge';
import type { NavItem } from './nav-item';
import type { FoundPerson } from './use-people';

export type PaletteEntry = { href: string; label: string } & (
  { kind: 'page'; icon: NavItem['icon'] } | { kind: 'person'; email: string; status: Status }
);

export type PaletteGroup = { value: string; items: PaletteEntry[] };

/** What the palette shows for a text: the people found, then the pages whose name has it. */
export function paletteGroups(nav: NavItem[], text: string, people: FoundPerson[]): PaletteGroup[] {
  const wanted = text.trim().toLocaleLowerCase('en');
  const groups: PaletteGroup[] = [
    { value: 'People', items: people.map(personEntry) },
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
