import type { Metadata } from 'next';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { adminPage } from '@/lib/auth/page';
import { ReportForm } from './report-form';

export const metadata: Metadata = { title: 'Downloads' };

export default adminPage('contracts.report', (actor) => (
  <div className="w-full max-w-180">
    <PageHeader
      title="Downloads"
      description="Reports as files, made of what is so at the moment you ask. Each is in the audit."
      breadcrumbs={[
        { label: 'My Organisation', href: '/admin/organisation' },
        { label: 'Downloads' },
      ]}
    />
    <Card>
      <CardHeader
        title="User Contract & Threshold Information"
        description={
          actor.right === 'superuser'
            ? 'Everybody on the contracts of all companies'
            : 'Everybody on the contracts of your company, people of other companies included'
        }
      />
      <CardBody className="grid gap-4">
        <p className="text-muted">
          One row for each user and contract: role, approver, named manager, whether they are
          active, threshold and e-mail setting. It tells on which contracts somebody is a key
          person.
        </p>
        <ReportForm />
      </CardBody>
    </Card>
  </div>
));
