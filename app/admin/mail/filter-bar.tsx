import { Search } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { FilterChip } from '@/components/ui/filter-chip';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { MAIL_STATE_LABELS } from '@/lib/mail/labels';
import { MAIL_STATES, MAXIMUM_SEARCH, type MailListQuery } from '@/lib/mail/schema';
import { listHref } from './list-href';

/** Search and state as a plain form, so that it works before any script; what is set, as chips. */
export function FilterBar({ query }: { query: MailListQuery }) {
  return (
    <div className="mb-3 grid gap-2">
      <form action="/admin/mail" role="search" className="flex flex-wrap items-center gap-2">
        {query.size !== 25 ? <input type="hidden" name="size" value={query.size} /> : null}
        <div className="min-w-50 flex-1 sm:max-w-90">
          <Input
            type="search"
            name="q"
            aria-label="Search address"
            placeholder="Address"
            defaultValue={query.q}
            key={query.q}
            maxLength={MAXIMUM_SEARCH}
          />
        </div>
        <Select name="state" aria-label="State" defaultValue={query.state ?? ''} key={query.state}>
          <option value="">Any state</option>
          {MAIL_STATES.map((state) => (
            <option key={state} value={state}>
              {MAIL_STATE_LABELS[state]}
            </option>
          ))}
        </Select>
        <Button type="submit">
          <Search aria-hidden /> Search
        </Button>
      </form>
      <Chips query={query} />
    </div>
  );
}

function Chips({ query }: { query: MailListQuery }) {
  if (!query.q && !query.state) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {query.q ? (
        <FilterChip label="Address" value={query.q} href={listHref(query, { q: '', page: 1 })} />
      ) : null}
      {query.state ? (
        <FilterChip
          label="State"
          value={MAIL_STATE_LABELS[query.state]}
          href={listHref({ ...query, state: undefined }, { page: 1 })}
        />
      ) : null}
    </div>
  );
}
