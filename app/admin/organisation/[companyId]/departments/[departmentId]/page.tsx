import type { Metadata } from 'next';
import { z } from 'zod';
import { idInput } from '@/lib/core/input';
import { can } from '@/lib/access/rights';
import { adminPage } from '@/lib/auth/page';
import { parse, parseQuery } from '@/lib/auth/parse';
import { getCompany } from '@/lib/organisation/queries';
import { namedListQuery } from '@/lib/organisation/schema';
import { countParts, getPart, listParts } from '@/lib/organisation/structure/queries';
import { AddPart } from '../../../add-part';
import { DeletePlaceCard } from '../../../delete-place-card';
import { PartHeader } from '../../../part-header';
import { PartsList } from '../../../parts-list';
import { RenameCard } from '../../../rename-card';

export const metadata: Metadata = { title: 'Department' };

const reference = z.strictObject({ companyId: idInput(), departmentId: idInput() });

export default adminPage('companies.read', async (actor, { params, searchParams }) => {
  const { companyId, departmentId } = parse(reference, await params);
  const query = parseQuery(namedListQuery, await searchParams);
  const company = await getCompany(actor, companyId);
  const department = await getPart(actor, 'department', departmentId, companyId);
  const [rows, total] = await Promise.all([
    listParts(actor, 'position', departmentId, query),
    countParts(actor, 'position', departmentId, query),
  ]);
  const mayChange = can(actor, 'structure.update', { companyId });
  return (
    <>
      <PartHeader kind="department" part={department} company={company} />
      <h2 className="mb-2 font-semibold">Positions</h2>
      {mayChange ? <AddPart kind="position" parentId={departmentId} /> : null}
      <PartsList
        kind="position"
        companyId={companyId}
        path={`/admin/organisation/${companyId}/departments/${departmentId}`}
        query={query}
        rows={rows}
        total={total}
      />
      {mayChange ? (
        <div className="mt-6 grid items-start gap-4 lg:grid-cols-2">
          <RenameCard kind="department" part={department} />
          <DeletePlaceCard kind="department" part={department} />
        </div>
      ) : null}
    </>
  );
});
