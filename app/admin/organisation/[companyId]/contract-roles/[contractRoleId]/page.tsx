import type { Metadata } from 'next';
import { z } from 'zod';
import { idInput } from '@/lib/core/input';
import { can } from '@/lib/access/rights';
import { adminPage } from '@/lib/auth/page';
import { parse } from '@/lib/auth/parse';
import { getCompany } from '@/lib/organisation/queries';
import { getPart } from '@/lib/organisation/structure/queries';
import { DeleteContractRoleCard } from '../../../delete-contract-role-card';
import { PartHeader } from '../../../part-header';
import { RenameCard } from '../../../rename-card';

export const metadata: Metadata = { title: 'Contract role' };

const reference = z.strictObject({ companyId: idInput(), contractRoleId: idInput() });

export default adminPage('companies.read', async (actor, { params }) => {
  const { companyId, contractRoleId } = parse(reference, await params);
  const company = await getCompany(actor, companyId);
  const role = await getPart(actor, 'contract-role', contractRoleId, companyId);
  return (
    <>
      <PartHeader kind="contract-role" part={role} company={company} />
      {can(actor, 'structure.update', { companyId }) ? (
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <RenameCard kind="contract-role" part={role} />
          <DeleteContractRoleCard role={role} />
        </div>
      ) : null}
    </>
  );
});
