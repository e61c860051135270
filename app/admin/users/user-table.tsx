import { DataTable, type Density } from '@/components/data-table/data-table';
import type { UserListRow } from '@/lib/users/queries';
import type { UserListQuery } from '@/lib/users/schema';
import type { ReactNode } from 'react';
import { columns } from './columns';
import { lookHref, personHref } from './list-href';
import { Tick, TickPage } from './tick';

type UserTableProps = {
  query: UserListQuery;
  rows: UserListRow[];
  display: { hidden: string[]; density: Density };
  /** With ticks, for who may do something with a selection. */
  selects: boolean;
  /** Who is looked at beside the list. */
  looked: string | undefined;
  empty: ReactNode;
};

const ticks = {
  head: <TickPage />,
  row: ({ id, firstName, lastName }: UserListRow) => (
    <Tick id={id} name={`${firstName} ${lastName}`} />
  ),
};

/** One page of people; the name stays in sight while the rest scrolls. */
export const UserTable = ({ query, rows, display, selects, looked, empty }: UserTableProps) => (
  <DataTable
    caption="Users"
    columns={columns(query, display.hidden)}
    rows={rows}
    rowKey={(row) => row.id}
    rowHref={(row) => personHref(row.id)}
    rowColour={(row) => row.colour}
    look={{
      row: ({ id }) => ({ href: lookHref(query, id), replace: looked !== undefined }),
      looked,
    }}
    density={display.density}
    pinned
    {...(selects && { leading: ticks })}
    empty={empty}
  />
);
