import type { Metadata } from 'next';
import { z } from 'zod';
import { idInput } from '@/lib/core/input';
import { PageHeader } from '@/components/ui/page-header';
import { adminPage } from '@/lib/auth/page';
import { parse } from '@/lib/auth/parse';
import { getPart } from '@/lib/organisation/structure/queries';
import { groupUse } from '@/lib/roles/queries';
import { DeleteGroupCard } from '../../organisation/delete-group-card';
import { GroupUseCard } from '../../organisation/group-use-card';
import { PartPeople } from '../../organisation/part-header';
import { RenameCard } from '../../organisation/rename-card';

export const metadata: Metadata = { title: 'Other group' };

const reference = z.strictObject({ groupId: idInput() });

export default adminPage('groups.update-other', async (actor, { params }) => {
  const { groupId } = parse(reference, await params);
  const group = await getPart(actor, 'group', groupId, null);
  const use = await groupUse(actor, groupId);
  return (
    <>
      <PageHeader
        title={group.name}
        description={
          <>
            Other group, of no company · <PartPeople kind="group" part={group} />
          </>
        }
        breadcrumbs={[{ label: 'Other groups', href: '/admin/groups' }, { label: group.name }]}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <GroupUseCard group={group} use={use} />
        <RenameCard kind="group" part={group} />
        <DeleteGroupCard group={group} use={use} />
      </div>
    </>
  );
});
