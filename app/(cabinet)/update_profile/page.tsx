import type { Metadata } from 'next';
import { ActionForm } from '@/components/form/form';
import { PasswordFields } from '@/components/form/password-fields';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { cabinetPage } from '@/lib/auth/page';
import { passwordRules } from '@/lib/credentials/rules';
import { ownSecondFactor } from '@/lib/two-factor/queries';
import { changePasswordAction } from './actions';
import { TwoFactorCard } from './two-factor-card';

export const metadata: Metadata = { title: 'Account settings' };

export default cabinetPage(async (actor) => (
  <div className="mx-auto grid w-full max-w-140 gap-4">
    <PageHeader title="Account settings" />
    <Card>
      <CardHeader title="Password" description="Changing it ends all your other sessions." />
      <CardBody>
        <ActionForm action={changePasswordAction} submitLabel="Change password" resetOnDone>
          <PasswordFields rules={await passwordRules(actor.userId)} withCurrent />
        </ActionForm>
      </CardBody>
    </Card>
    <TwoFactorCard own={await ownSecondFactor(actor)} />
  </div>
));
