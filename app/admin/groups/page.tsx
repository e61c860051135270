import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page-header';
import { adminPage } from '@/lib/auth/page';
import { parseQuery } from '@/lib/auth/parse';
import { namedListQuery } from '@/lib/organisation/schema';
import { countParts, listParts } from '@/lib/organisation/structure/queries';
import { AddPart } from '../organisation/add-part';
import { PartsList } from '../organisation/parts-list';

export const metadata: Metadata = { title: 'Other groups' };

export default adminPage('groups.update-other', async (actor, { searchParams }) => {
  const query = parseQuery(namedListQuery, await searchParams);
  const [rows, total] = await Promise.all([
    listParts(actor, 'group', null, query),
    countParts(actor, 'group', null, query),
  ]);
  return (
    <>
      <PageHeader
        title="Other groups"
        count={total.toLocaleString('en')}
        description="Access groups of no company: people and roles of every company can have them. The groups of a company are in its organisation."
      />
      <AddPart kind="group" parentId={null} />
      <PartsList
        kind="group"
        companyId={null}
        path="/admin/groups"
        query={query}
        rows={rows}
        total={total}
      />
    </>
  );
});
