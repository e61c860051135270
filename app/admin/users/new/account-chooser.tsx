import Link from 'next/link';
import { hrefOf } from '@/components/data-table/href';
import { QueryForm } from '@/components/data-table/query-form';
import { Badge } from '@/components/ui/badge';
import { Card, CardBody } from '@/components/ui/card';
import type { Account } from '@/lib/people/queries';
import { SearchAsTyped } from '../person-form/search-as-typed';

type AccountChooserProps = { accounts: Account[]; find: string; company: string | undefined };

/** The accounts that have no cabinet profile yet, to choose one from: twenty at a time, by typing. */
export function AccountChooser({ accounts, find, company }: AccountChooserProps) {
  return (
    <Card>
      <CardBody>
        <QueryForm path="/admin/users/new">
          <input type="hidden" name="mode" value="existing" />
          {company ? <input type="hidden" name="company" value={company} /> : null}
          <SearchAsTyped
            name="find"
            label="Find an account by name, e-mail or phone"
            value={find}
          />
        </QueryForm>
        <ul className="mt-3 divide-y rounded-md border">
          {accounts.map(({ id, name, email, source }) => (
            <li key={id}>
              <Link
                href={hrefOf('/admin/users/new', {}, { mode: 'existing', user: id, company })}
                className="flex flex-wrap items-center gap-x-3 px-3 py-2 hover:bg-hover"
              >
                <span className="font-medium wrap-anywhere">{name}</span>
                <span className="text-sm wrap-anywhere text-muted">{email}</span>
                {source === 'directory' ? <Badge tone="info">AD</Badge> : null}
              </Link>
            </li>
          ))}
          {accounts.length === 0 ? (
            <li className="px-3 py-2 text-muted">
              {find
                ? 'No account without a cabinet profile matches. Look for another name.'
                : 'Every account has a cabinet profile. Accounts without one arrive from the directory, an import or single sign-on.'}
            </li>
          ) : null}
        </ul>
        {accounts.length === 20 ? (
          <p className="mt-2 text-sm text-muted">The first 20. Type to find others.</p>
        ) : null}
      </CardBody>
    </Card>
  );
}
