import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page-header';
import { adminPage } from '@/lib/auth/page';
import { parse } from '@/lib/auth/parse';
import { fieldsFor, seatsHeld } from '@/lib/contracts/assignments/policy';
import { getAssignment, successorsFor } from '@/lib/contracts/assignments/queries';
import { personOnContract } from '@/lib/contracts/assignments/schema';
import { forbidden } from '@/lib/core/errors';
import { ReplaceForm } from './replace-form';

export const metadata: Metadata = { title: 'Replace a key person' };

export default adminPage('assignments.update', async (actor, { params }) => {
  const reference = parse(personOnContract, await params);
  const row = await getAssignment(actor, reference);
  if (!fieldsFor(actor, row).includes('isApprover')) throw forbidden();
  const seats = await successorsFor(
    actor,
    seatsHeld(row).map((seat) => ({ ...reference, seat })),
  );
  return (
    <>
      <PageHeader
        title={`Replace ${row.name}`}
        description="The seat moves in one step: it is never without a holder."
        breadcrumbs={[
          { label: 'Contracts', href: '/admin/contracts' },
          { label: row.number, href: `/admin/contracts/${row.contractId}` },
          { label: `Replace ${row.name}` },
        ]}
      />
      <ReplaceForm row={row} seats={seats} />
    </>
  );
});
