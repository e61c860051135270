import type { Metadata } from 'next';
import { ActionForm } from '@/components/form/form';
import { PasswordFields } from '@/components/form/password-fields';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { cabinetPage } from '@/lib/auth/page';
import { changePasswordAction } from './actions';

export const metadata: Metadata = { title: 'Account settings' };

export default cabinetPage(() => (
  <div className="mx-auto w-full max-w-140">
    <PageHeader title="Account settings" />
    <Card>
      <CardHeader title="Password" description="Changing it ends all your other sessions." />
      <CardBody>
        <ActionForm action={changePasswordAction} submitLabel="Change password" resetOnDone>
          <PasswordFields withCurrent />
        </ActionForm>
      </CardBody>
    </Card>
  </div>
));
