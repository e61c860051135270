import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page-header';
import { adminPage } from '@/lib/auth/page';
import { parse, parseQuery } from '@/lib/auth/parse';
import { assignmentListQuery } from '@/lib/contracts/assignments/schema';
import { maySeeHistory } from '@/lib/contracts/policy';
import { contractStanding, getContract } from '@/lib/contracts/queries';
import { contractReference } from '@/lib/contracts/schema';
import { timelineOf } from '@/lib/users/timeline';
import { Timeline } from '../../users/[userId]/timeline';
import { StateBadges } from '../columns';
import { LIST } from '../list-href';
import { ContractActions } from './contract-actions';
import { FactsCard } from './facts-card';
import { ContractPeople } from './people/contract-people';
import { UnheldNotice } from './unheld-notice';

export const metadata: Metadata = { title: 'Contract' };

export default adminPage('contracts.read', async (actor, { params, searchParams }) => {
  const { contractId } = parse(contractReference, await params);
  const query = parseQuery(assignmentListQuery, await searchParams);
  const contract = await getContract(actor, contractId);
  const withHistory = maySeeHistory(actor);
  const [standing, timeline] = await Promise.all([
    contractStanding(contractId),
    withHistory ? timelineOf(actor, contractId) : [],
  ]);
  return (
    <>
      <PageHeader
        title={
          <>
            {contract.number} <span className="font-normal text-muted">{contract.name}</span>
          </>
        }
        description={<StateBadges contract={contract} />}
        actions={<ContractActions actor={actor} contract={contract} standing={standing} />}
        breadcrumbs={[{ label: 'Contracts', href: LIST }, { label: contract.number }]}
      />
      {withHistory ? <UnheldNotice contract={contract} unheld={standing.unheld} /> : null}
      <div className="grid gap-4">
        <ContractPeople actor={actor} contract={contract} query={query} />
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <FactsCard contract={contract} withUsers={withHistory} />
          {withHistory ? <Timeline entries={timeline} /> : null}
        </div>
      </div>
    </>
  );
});
