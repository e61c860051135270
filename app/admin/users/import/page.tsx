import type { Metadata } from 'next';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { adminPage } from '@/lib/auth/page';
import { listImports } from '@/lib/imports/queries';
import { RecentImports } from './recent-imports';
import { UploadForm } from './upload-form';

export const metadata: Metadata = { title: 'Import' };

export default adminPage('users.import', async (actor) => {
  const imports = await listImports(actor);
  return (
    <div className="mx-auto w-full max-w-180">
      <PageHeader
        title="Import"
        description="Creates many people from a workbook or a CSV file. Nobody is created before you have seen every row."
        breadcrumbs={[{ label: 'Users', href: '/admin/users' }, { label: 'Import' }]}
      />
      <div className="grid gap-4">
        <Card>
          <CardHeader
            title="Choose a file"
            description="One row names the columns, each row below it is a person."
          />
          <CardBody>
            <UploadForm />
          </CardBody>
        </Card>
        {imports.length > 0 ? <RecentImports imports={imports} /> : null}
      </div>
    </div>
  );
});
