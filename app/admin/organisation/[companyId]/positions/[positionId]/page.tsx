import type { Metadata } from 'next';
import { z } from 'zod';
import { idInput } from '@/lib/core/input';
import { can } from '@/lib/access/rights';
import { adminPage } from '@/lib/auth/page';
import { parse } from '@/lib/auth/parse';
import { getCompany } from '@/lib/organisation/queries';
import { getPart } from '@/lib/organisation/structure/queries';
import { DeletePlaceCard } from '../../../delete-place-card';
import { partHref } from '../../../kinds';
import { PartHeader } from '../../../part-header';
import { RenameCard } from '../../../rename-card';

export const metadata: Metadata = { title: 'Position' };

const reference = z.strictObject({ companyId: idInput(), positionId: idInput() });

export default adminPage('companies.read', async (actor, { params }) => {
  const { companyId, positionId } = parse(reference, await params);
  const company = await getCompany(actor, companyId);
  const position = await getPart(actor, 'position', positionId, companyId);
  const department = {
    label: position.parent ?? '',
    href: partHref('department', companyId, position.parentId ?? ''),
  };
  return (
    <>
      <PartHeader kind="position" part={position} company={company} below={department} />
      {can(actor, 'structure.update', { companyId }) ? (
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <RenameCard kind="position" part={position} />
          <DeletePlaceCard kind="position" part={position} />
        </div>
      ) : null}
    </>
  );
});
