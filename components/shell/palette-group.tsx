'use client';

import { Autocomplete } from '@base-ui/react/autocomplete';
import { Badge } from '@/components/ui/badge';
import { StatusBadge } from '@/components/ui/status-badge';
import { NavIcon } from './nav-icon';
import type { PaletteEntry, PaletteGroup as Group } from './palette-entries';

type PaletteGroupProps = { group: Group; onFollow: (entry: PaletteEntry) => void };

/** One heading of the palette with what was found under it. */
export function PaletteGroup({ group, onFollow }: PaletteGroupProps) {
  return (
    <Autocomplete.Group items={group.items}>
      <Autocomplete.GroupLabel className="px-2.5 pt-2 pb-1 text-xs font-medium text-faint">
        {group.value}
      </Autocomplete.GroupLabel>
      <Autocomplete.Collection>
        {(entry: PaletteEntry) => (
          <Autocomplete.Item
            key={entry.href}
            value={entry}
            onClick={() => onFollow(entry)}
            className="flex min-h-10 cursor-default items-center gap-2.5 rounded-md px-2.5 py-1 outline-none select-none data-highlighted:bg-accent-soft [&>svg]:text-faint"
          >
            <Entry entry={entry} />
          </Autocomplete.Item>
        )}
      </Autocomplete.Collection>
    </Autocomplete.Group>
  );
}

function Entry({ entry }: { entry: PaletteEntry }) {
  if (entry.kind === 'page') {
    return (
      <>
        <NavIcon icon={entry.icon} />
        <span className="truncate">{entry.label}</span>
      </>
    );
  }
  return (
    <>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{entry.label}</span>
        <span className="block truncate text-xs text-muted">
          {entry.kind === 'person' ? entry.email : entry.about}
        </span>
      </span>
      {entry.kind === 'person' ? <StatusBadge status={entry.status} /> : null}
      {entry.kind === 'contract' && entry.isArchived ? <Badge>Archived</Badge> : null}
    </>
  );
}
