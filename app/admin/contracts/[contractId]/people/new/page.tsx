import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page-header';
import { isLimitedToParty2 } from '@/lib/access/contracts';
import { adminPage } from '@/lib/auth/page';
import { parse } from '@/lib/auth/parse';
import { contractRolesOf, peopleToAdd } from '@/lib/contracts/assignments/queries';
import { onContract } from '@/lib/contracts/assignments/schema';
import { getContract } from '@/lib/contracts/queries';
import { notFound } from '@/lib/core/errors';
import { AddPersonForm } from './add-person-form';

export const metadata: Metadata = { title: 'Add a person' };

export default adminPage('contracts.read', async (actor, { params }) => {
  const { contractId } = parse(onContract, await params);
  const contract = await getContract(actor, contractId);
  if (contract.archivedAt) throw notFound('This contract');
  const [people, roles] = await Promise.all([
    peopleToAdd(actor, contractId, ''),
    contractRolesOf([contract.companyId]),
  ]);
  return (
    <>
      <PageHeader
        title="Add a person"
        breadcrumbs={[
          { label: 'Contracts', href: '/admin/contracts' },
          { label: contract.number, href: `/admin/contracts/${contractId}` },
          { label: 'Add a person' },
        ]}
      />
      <AddPersonForm
        contract={contract}
        people={people}
        roles={roles}
        isLimited={isLimitedToParty2(actor)}
      />
    </>
  );
});
