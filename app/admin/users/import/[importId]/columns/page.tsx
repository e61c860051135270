import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ActionForm } from '@/components/form/form';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { holds } from '@/lib/access/rights';
import { adminPage } from '@/lib/auth/page';
import { sampleRows, suggestedPlan } from '@/lib/imports/queries';
import { companyChoices } from '@/lib/organisation/queries';
import { Busy } from '../../../busy';
import { mapImportAction } from '../../actions';
import { Expired } from '../expired';
import { HowRead } from '../how-read';
import { ImportHeader } from '../import-header';
import { importOf } from '../reference';
import { rowsText } from '../words';
import { ColumnFields } from './column-fields';
import { PlanFields } from './plan-fields';

export const metadata: Metadata = { title: 'Match columns' };

const SAMPLE = 3; // rows

export default adminPage('users.import', async (actor, { params }) => {
  const it = await importOf(actor, params);
  if (it.state === 'done') redirect(`/admin/users/import/${it.id}`);
  const [plan, sample] = await Promise.all([suggestedPlan(actor, it), sampleRows(it, SAMPLE)]);
  const chosen = plan.companyId ?? undefined;
  const companies = await companyChoices(actor, chosen ? { chosen } : {});
  return (
    <div className="mx-auto w-full max-w-220">
      <ImportHeader it={it} title="Match columns" />
      {it.state === 'expired' ? (
        <Expired />
      ) : (
        <div className="grid gap-4">
          <HowRead it={it} />
          <Card>
            <CardHeader
              title="What each column holds"
              description="Columns that are left out are not stored: the check removes what is in them."
            />
            <CardBody>
              <ActionForm
                action={mapImportAction}
                submitLabel={`Check ${rowsText(it.size)}`}
                hidden={{ importId: it.id }}
                cancel={<ButtonLink href="/admin/users/import">Choose another file</ButtonLink>}
              >
                <ColumnFields it={it} plan={plan} sample={sample} />
                <PlanFields
                  plan={plan}
                  companies={companies}
                  mayCreate={holds(actor, 'structure.update')}
                />
                <Busy doing={`Checking ${rowsText(it.size)} …`} />
              </ActionForm>
            </CardBody>
          </Card>
        </div>
      )}
    </div>
  );
});
