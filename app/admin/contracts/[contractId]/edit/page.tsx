import type { Metadata } from 'next';
import { forbidden, redirect } from 'next/navigation';
import { ActionForm } from '@/components/form/form';
import { SeenVersions } from '@/components/form/seen-versions';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/access/rights';
import { adminPage } from '@/lib/auth/page';
import { parse } from '@/lib/auth/parse';
import { mayChangeContract } from '@/lib/contracts/policy';
import { contractStanding, getContract } from '@/lib/contracts/queries';
import { contractReference, stateOf } from '@/lib/contracts/schema';
import { updateContractAction } from '../../actions';
import { ContractFields } from '../../contract-fields';
import { contractHref, LIST } from '../../list-href';

export const metadata: Metadata = { title: 'Edit Contract' };

export default adminPage('contracts.update', async (actor, { params }) => {
  const { contractId } = parse(contractReference, await params);
  const contract = await getContract(actor, contractId);
  if (!can(actor, 'contracts.update', contract)) forbidden();
  // Archived meanwhile: its page says so, and how to go on.
  if (!mayChangeContract(actor, contract)) redirect(contractHref(contractId));
  const { thresholds } = await contractStanding(contractId);
  const state = stateOf(contract);
  return (
    <div className="mx-auto w-full max-w-180">
      <PageHeader
        title={`Edit ${contract.number}`}
        description={`${contract.companyName}. The people on it are changed on its page.`}
        breadcrumbs={[
          { label: 'Contracts', href: LIST },
          { label: contract.number, href: contractHref(contractId) },
          { label: 'Edit' },
        ]}
      />
      <Card>
        <CardBody>
          <ActionForm
            action={updateContractAction}
            submitLabel="Save changes"
            hidden={{ contractId }}
            cancel={<ButtonLink href={contractHref(contractId)}>Cancel</ButtonLink>}
          >
            <SeenVersions seen={JSON.stringify(state)} />
            <ContractFields
              contract={state}
              currencyHeld={thresholds > 0 ? heldText(thresholds) : undefined}
            />
          </ActionForm>
        </CardBody>
      </Card>
    </div>
  );
});

const heldText = (thresholds: number) =>
  `${thresholds === 1 ? 'One person has a threshold' : `${thresholds.toLocaleString('en')} people have thresholds`} in it. It can change once every threshold is 0.`;
