import type { Metadata } from 'next';
import { ChoiceField } from '@/components/form/choice-field';
import { ActionForm } from '@/components/form/form';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { adminPage } from '@/lib/auth/page';
import { companyChoices } from '@/lib/organisation/queries';
import { createContractAction } from '../actions';
import { ContractFields } from '../contract-fields';
import { LIST } from '../list-href';

export const metadata: Metadata = { title: 'Create Contract' };

export default adminPage('contracts.create', async (actor) => {
  const ofAll = actor.right === 'superuser';
  const companies = await companyChoices(actor);
  const [first] = companies;
  return (
    <div className="mx-auto w-full max-w-180">
      <PageHeader
        title="Create Contract"
        description="It belongs to one company for good. People are put on it afterwards."
        breadcrumbs={[{ label: 'Contracts', href: LIST }, { label: 'Create Contract' }]}
      />
      {first ? (
        <Card>
          <CardBody>
            <ActionForm
              action={createContractAction}
              submitLabel="Create Contract"
              cancel={<ButtonLink href={LIST}>Cancel</ButtonLink>}
              hidden={ofAll ? {} : { companyId: first.id }}
            >
              {ofAll ? (
                <ChoiceField
                  name="companyId"
                  label="Company"
                  none="Choose a company"
                  source="/api/people/choices?kind=company"
                  first={companies}
                  given={companies.length === 1 ? first : null}
                  required
                />
              ) : null}
              <ContractFields />
            </ActionForm>
          </CardBody>
        </Card>
      ) : (
        <EmptyState
          title="There is no company yet"
          text="Every contract belongs to a company. Create it first."
          action={<ButtonLink href="/admin/organisation/new">Create Company</ButtonLink>}
        />
      )}
    </div>
  );
});
