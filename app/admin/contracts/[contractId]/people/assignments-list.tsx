import { Pencil, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { DataTable } from '@/components/data-table/data-table';
import { EmptyPage } from '@/components/data-table/empty-page';
import { FilterBar } from '@/components/data-table/filter-bar';
import { hrefOf } from '@/components/data-table/href';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import type { Actor } from '@/lib/core/actor';
import { STATE_LABELS } from '@/lib/contracts/assignments/labels';
import { contractRolesOf, type AssignmentPage } from '@/lib/contracts/assignments/queries';
import { ASSIGNMENT_STATES } from '@/lib/contracts/assignments/policy';
import { assignmentListQuery, type AssignmentListQuery } from '@/lib/contracts/assignments/schema';
import { AssignmentForm } from './assignment-form';
import { columnsOf, hrefOfRow, type About } from './columns';
import { editableRows } from './editable-rows';

type AssignmentsListProps = {
  actor: Actor;
  about: About;
  /** Where the list is. */
  path: string;
  query: AssignmentListQuery;
  page: AssignmentPage;
  /** Beside the way to edit. */
  add?: ReactNode;
};

const WORDS: Record<About, [heading: string, edit: string]> = {
  contract: ['People', 'Edit people'],
  person: ['Contracts', 'Edit contracts'],
};

const defaults = assignmentListQuery.parse({});

/** Assignments, of a contract's people or of a person's contracts: to read, or to edit in rows. */
export async function AssignmentsList(props: AssignmentsListProps) {
  const { actor, about, path, query, page, add } = props;
  const href = (change: Partial<AssignmentListQuery>) => hrefOf(path, defaults, query, change);
  const rows = editableRows(actor, about, page.rows);
  const mayEdit = rows.some(({ editable }) => editable.length > 0);
  const [heading, editLabel] = WORDS[about];
  if (query.edit && mayEdit) {
    const companies = [...new Set(rows.map(({ contractCompanyId }) => contractCompanyId))];
    const roles = await contractRolesOf(companies);
    return (
      <section aria-labelledby="assignments" className="min-w-0">
        <Heading heading={heading} total={page.total} />
        <AssignmentForm rows={rows} roles={roles} doneHref={href({ edit: undefined })} />
      </section>
    );
  }
  return (
    <section aria-labelledby="assignments" className="min-w-0">
      <Heading heading={heading} total={page.total}>
        {add}
        {mayEdit ? (
          <ButtonLink href={href({ edit: '1' })}>
            <Pencil aria-hidden /> {editLabel}
          </ButtonLink>
        ) : null}
      </Heading>
      <Filters about={about} path={path} query={query} href={href} />
      <DataTable
        caption={heading}
        columns={columnsOf(about)}
        rows={rows}
        rowKey={({ contractId, userId }) => `${contractId} ${userId}`}
        rowHref={(row) => hrefOfRow(actor, about, row)}
        pinned
        empty={<Nothing about={about} query={query} href={href} />}
      />
      <Pagination
        page={query.page}
        pageSize={query.size}
        total={page.total}
        hrefFor={(number) => href({ page: number })}
        hrefForSize={(size) => href({ size, page: 1 })}
      />
    </section>
  );
}

type HeadingProps = { heading: string; total: number; children?: ReactNode };

const Heading = ({ heading, total, children }: HeadingProps) => (
  <header className="mb-3 flex min-h-9 flex-wrap items-center justify-between gap-2">
    <h2 id="assignments" className="text-lg font-semibold">
      {heading}{' '}
      <span data-tabular className="font-normal text-faint">
        {total.toLocaleString('en')}
      </span>
    </h2>
    <div className="flex flex-wrap gap-2">{children}</div>
  </header>
);

type PartProps = Pick<AssignmentsListProps, 'about' | 'query'> & {
  href: (change: Partial<AssignmentListQuery>) => string;
};

function Filters({ about, query, href, path }: PartProps & { path: string }) {
  const { q, state, size } = query;
  const all = { page: 1, edit: undefined };
  return (
    <FilterBar
      path={path}
      kept={{ size: size === defaults.size ? undefined : size }}
      search={
        about === 'contract'
          ? { label: 'Search people', placeholder: 'Name, e-mail, phone', value: q }
          : { label: 'Search contracts', placeholder: 'Number, name, parties', value: q }
      }
      choices={[
        {
          name: 'state',
          label: 'State',
          any: 'Any state',
          options: ASSIGNMENT_STATES.map((value) => ({ value, label: STATE_LABELS[value] })),
          value: state,
        },
      ]}
      chips={[
        ...(q ? [{ label: 'Search', value: q, href: href({ ...all, q: '' }) }] : []),
        ...(state
          ? [
              {
                label: 'State',
                value: STATE_LABELS[state],
                href: href({ ...all, state: undefined }),
              },
            ]
          : []),
      ]}
    />
  );
}

function Nothing({ about, query, href }: PartProps) {
  const icon = <Users aria-hidden />;
  if (query.page > 1)
    return <EmptyPage icon={icon} page={query.page} firstHref={href({ page: 1 })} />;
  if (query.q || query.state) {
    return (
      <EmptyState
        icon={icon}
        title="Nothing matches"
        text="Search for something else, or show all."
        action={<ButtonLink href={href({ ...defaults })}>Show all</ButtonLink>}
      />
    );
  }
  return about === 'contract' ? (
    <EmptyState icon={icon} title="Nobody is on this contract yet" text="Add the first person." />
  ) : (
    <EmptyState icon={icon} title="On no contract" text="People are added on a contract’s page." />
  );
}
