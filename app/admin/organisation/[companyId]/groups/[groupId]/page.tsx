import type { Metadata } from 'next';
import { z } from 'zod';
import { idInput } from '@/lib/core/input';
import { can } from '@/lib/access/rights';
import { adminPage } from '@/lib/auth/page';
import { parse } from '@/lib/auth/parse';
import { getCompany } from '@/lib/organisation/queries';
import { getPart } from '@/lib/organisation/structure/queries';
import { groupUse } from '@/lib/roles/queries';
import { DeleteGroupCard } from '../../../delete-group-card';
import { GroupUseCard } from '../../../group-use-card';
import { PartHeader } from '../../../part-header';
import { RenameCard } from '../../../rename-card';

export const metadata: Metadata = { title: 'Group' };

const reference = z.strictObject({ companyId: idInput(), groupId: idInput() });

export default adminPage('companies.read', async (actor, { params }) => {
  const { companyId, groupId } = parse(reference, await params);
  const company = await getCompany(actor, companyId);
  const group = await getPart(actor, 'group', groupId, companyId);
  const use = await groupUse(actor, groupId);
  return (
    <>
      <PartHeader kind="group" part={group} company={company} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <GroupUseCard group={group} use={use} />
        {can(actor, 'structure.update', { companyId }) ? (
          <>
            <RenameCard kind="group" part={group} />
            <DeleteGroupCard group={group} use={use} />
          </>
        ) : null}
      </div>
    </>
  );
});
