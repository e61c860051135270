import type { Metadata } from 'next';
import Link from 'next/link';
import { ActionForm } from '@/components/form/form';
import { QuietPage } from '@/components/shell/quiet-page';
import { BackupCodeField, CodeField } from '@/components/two-factor/code-field';
import { stepPage } from '@/lib/auth/page';
import { SignOutLink } from '../sign-out-link';
import { passTwoFactorAction } from './actions';

export const metadata: Metadata = { title: 'Second factor' };

const BACKUP = 'backup-code';

export default stepPage('two-factor', async (_actor, { searchParams }) => {
  const isBackup = (await searchParams).with === BACKUP;
  return (
    <QuietPage
      title="Second factor"
      lead={
        isBackup
          ? 'Enter one of your backup codes.'
          : 'Enter the code that your authenticator app shows.'
      }
      footer={<SignOutLink />}
    >
      <ActionForm
        key={isBackup ? BACKUP : 'app'}
        action={passTwoFactorAction}
        submitLabel="Continue"
        wide
      >
        {isBackup ? <BackupCodeField /> : <CodeField autoFocus />}
      </ActionForm>
      <p className="mt-5 text-center">
        <Link
          href={isBackup ? '/two-factor' : `/two-factor?with=${BACKUP}`}
          className="text-accent underline underline-offset-2"
        >
          {isBackup ? 'Use the app instead' : 'Use a backup code'}
        </Link>
      </p>
    </QuietPage>
  );
});
