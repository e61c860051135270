import type { Metadata } from 'next';
import { ActionForm } from '@/components/form/form';
import { Card, CardBody } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { adminPage } from '@/lib/auth/page';
import { getSettings } from '@/lib/settings/queries';
import { updateSettingsAction } from './actions';
import { LeaverSettings, PasswordSettings, SessionSettings } from './fields';

export const metadata: Metadata = { title: 'Settings' };

export default adminPage('settings.read', async (actor, { searchParams }) => {
  const { notice } = await searchParams;
  const settings = await getSettings(actor);
  return (
    <div className="mx-auto w-full max-w-140">
      <PageHeader
        title="Settings"
        description="They hold for everybody, and from the next request on."
      />
      {notice === 'saved' ? (
        <Notice tone="success" className="mb-4">
          Settings saved.
        </Notice>
      ) : null}
      <Card>
        <CardBody>
          {/* Another version is another form: what was typed for the last one does not stay. */}
          <ActionForm
            key={settings.version}
            action={updateSettingsAction}
            submitLabel="Save settings"
            hidden={{ version: String(settings.version) }}
          >
            <SessionSettings settings={settings} />
            <PasswordSettings settings={settings} />
            <LeaverSettings settings={settings} />
          </ActionForm>
        </CardBody>
      </Card>
    </div>
  );
});
