import type { Metadata } from 'next';
import { z } from 'zod';
import { idInput } from '@/lib/core/input';
import { can } from '@/lib/access/rights';
import { adminPage } from '@/lib/auth/page';
import { parse, parseQuery } from '@/lib/auth/parse';
import { getCompany } from '@/lib/organisation/queries';
import { getPart } from '@/lib/organisation/structure/queries';
import { groupChoices, roleEffect } from '@/lib/roles/queries';
import { roleQuery } from '@/lib/roles/schema';
import { DeleteRoleCard } from '../../../delete-role-card';
import { PartHeader } from '../../../part-header';
import { RenameCard } from '../../../rename-card';
import { BroughtGroups } from './brought-groups';
import { changeOf } from './change-of';
import { ChooseGroups } from './choose-groups';
import { PreviewCard } from './preview-card';

export const metadata: Metadata = { title: 'Role' };

const reference = z.strictObject({ companyId: idInput(), roleId: idInput() });

export default adminPage('companies.read', async (actor, { params, searchParams }) => {
  const { companyId, roleId } = parse(reference, await params);
  const query = parseQuery(roleQuery, await searchParams);
  const company = await getCompany(actor, companyId);
  const role = await getPart(actor, 'role', roleId, companyId);
  const groups = await groupChoices(actor, { roleId, ids: query.group, q: query.q });
  const change = changeOf(groups, query);
  const brought = groups.filter((group) => group.brought).map(({ id }) => id);
  const [effect, deletion] = await Promise.all([
    roleEffect(actor, { roleId, added: change.added, removed: change.removed }),
    roleEffect(actor, { roleId, added: [], removed: brought }),
  ]);
  if (!can(actor, 'structure.update', { companyId })) {
    return (
      <>
        <PartHeader kind="role" part={role} company={company} />
        <BroughtGroups groups={groups} />
      </>
    );
  }
  return (
    <>
      <PartHeader kind="role" part={role} company={company} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          {change.isChange ? (
            <PreviewCard roleId={roleId} from={brought} change={change} effect={effect} />
          ) : null}
          <ChooseGroups groups={groups} query={query} change={change} />
        </div>
        <div className="grid gap-4">
          <RenameCard kind="role" part={role} />
          <DeleteRoleCard role={role} effect={deletion} />
        </div>
      </div>
    </>
  );
});
