import Link from 'next/link';
import type { Column } from '@/components/data-table/column';
import { DataTable } from '@/components/data-table/data-table';
import { EmptyPage } from '@/components/data-table/empty-page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { NamedListQuery, PartKind } from '@/lib/organisation/schema';
import type { PartRow } from '@/lib/organisation/structure/queries';
import { KINDS, partHref, peopleHref } from './kinds';
import { listHref } from './list-href';
import { NamedPages } from './named-pages';
import { SearchBar } from './search-bar';

type PartsListProps = {
  kind: PartKind;
  companyId: string | null;
  /** Where the list is. */
  path: string;
  query: NamedListQuery;
  rows: PartRow[];
  total: number;
};

function columnsOf(kind: PartKind): Column<PartRow>[] {
  const { related, counted } = KINDS[kind];
  return [
    { id: 'name', header: 'Name', cell: ({ name }) => <span className="truncate">{name}</span> },
    ...(related
      ? [
          {
            id: 'related',
            header: related,
            cell: (row: PartRow) => row.related.toLocaleString('en'),
            align: 'right' as const,
            hideBelow: 'sm' as const,
          },
        ]
      : []),
    {
      id: 'people',
      header: counted ?? 'People',
      cell: ({ id, people }) =>
        counted ? people.toLocaleString('en') : <People kind={kind} id={id} people={people} />,
      align: 'right',
    },
  ];
}

const People = ({ kind, id, people }: { kind: PartKind; id: string; people: number }) =>
  people === 0 ? (
    <span className="text-faint">0</span>
  ) : (
    <Link href={peopleHref(kind, id)} className="rounded-sm underline underline-offset-2">
      {people.toLocaleString('en')}
    </Link>
  );

/** The parts of a kind by name, searched and in pages, each with who is in it. */
export function PartsList({ kind, companyId, path, query, rows, total }: PartsListProps) {
  const { title } = KINDS[kind];
  return (
    <>
      {total > query.size || query.q ? (
        <SearchBar path={path} label={`Search ${title.toLowerCase()}`} query={query} />
      ) : null}
      <DataTable
        caption={title}
        columns={columnsOf(kind)}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => partHref(kind, companyId, id)}
        empty={<Nothing kind={kind} path={path} query={query} />}
      />
      <NamedPages path={path} query={query} total={total} />
    </>
  );
}

function Nothing({ kind, path, query }: Pick<PartsListProps, 'kind' | 'path' | 'query'>) {
  const { icon: Icon, title, about } = KINDS[kind];
  if (query.page > 1) {
    const firstHref = listHref(path, query, { page: 1 });
    return <EmptyPage icon={<Icon aria-hidden />} page={query.page} firstHref={firstHref} />;
  }
  return query.q ? (
    <EmptyState
      icon={<Icon aria-hidden />}
      title="Nothing matches"
      text={`No name here has “${query.q}” in it.`}
      action={<ButtonLink href={path}>Show all</ButtonLink>}
    />
  ) : (
    <EmptyState icon={<Icon aria-hidden />} title={`No ${title.toLowerCase()} yet`} text={about} />
  );
}
