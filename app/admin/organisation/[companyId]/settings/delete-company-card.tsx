import { contentsText, type Contents } from '@/lib/organisation/labels';
import { deleteCompanyAction } from '../../actions';
import { DeleteCard, PeopleLink } from '../../delete-card';

type DeleteCompanyCardProps = { company: { id: string; name: string }; contents: Contents };

/** Deleting a company: only when nothing is in it any more. */
export function DeleteCompanyCard({ company: { id, name }, contents }: DeleteCompanyCardProps) {
  const left = contentsText(contents);
  return (
    <DeleteCard
      what="company"
      held={left !== ''}
      action={deleteCompanyAction}
      hidden={{ companyId: id, name }}
    >
      {left ? (
        <p>
          There is something in it: {left}. It can be deleted once it is empty.
          {contents.people > 0 ? (
            <>
              {' '}
              <PeopleLink href={`/admin/users?company=${id}`}>Show its people</PeopleLink>
            </>
          ) : null}
        </p>
      ) : (
        <p>Nothing is in it, and nobody. This cannot be undone.</p>
      )}
    </DeleteCard>
  );
}
