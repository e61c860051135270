import { EmptyState } from '@/components/ui/empty-state';
import { companiesOf } from '@/lib/bulk/queries';
import type { BulkField } from '@/lib/bulk/schema';
import type { Actor } from '@/lib/core/actor';
import { companyOffer } from '@/lib/organisation/choices';
import { CompanyChoice } from './company-choice';
import { ValueForm } from './value-form';

/** Fields whose values belong to one company. */
const OF_A_COMPANY: BulkField[] = ['place', 'group', 'role', 'quiz'];

type ValueOfProps = {
  actor: Actor;
  listId: string;
  field: BulkField;
  company: string | undefined;
};

/** The form of a field's value; before it the company, where people of several are selected. */
export async function ValueOf({ actor, listId, field, company }: ValueOfProps) {
  if (!OF_A_COMPANY.includes(field)) return <ValueForm listId={listId} field={field} />;
  const companies = await companiesOf(actor, listId);
  if (companies.length === 0) {
    return (
      <EmptyState
        title="These users belong to no company"
        text="What this field offers belongs to one. Choose another field, or give them a company first."
      />
    );
  }
  const chosen = company ?? (companies.length === 1 ? companies[0]?.id : undefined);
  const offer = chosen ? await companyOffer(actor, chosen) : undefined;
  return (
    <div className="grid gap-5">
      {companies.length > 1 ? (
        <CompanyChoice listId={listId} field={field} companies={companies} chosen={chosen} />
      ) : null}
      {offer ? <ValueForm key={offer.id} listId={listId} field={field} offer={offer} /> : null}
    </div>
  );
}
