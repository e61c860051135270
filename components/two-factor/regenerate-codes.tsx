'use client';

import { useState } from 'react';
import { ActionForm } from '@/components/form/form';
import type { FormAction } from '@/components/form/use-action-form';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '@/components/ui/dialog';
import { BackupCodes } from './backup-codes';
import { PasswordAgain } from './password-again';

type RegenerateCodesProps = { action: FormAction; name: string; day: string };

const LEAD =
  'All your present backup codes stop working at once, and ten new ones are shown here. Your other sessions end.';

/** Asks for the password, and then shows the new codes in the same window. */
export function RegenerateCodes({ action, name, day }: RegenerateCodesProps) {
  const [isShown, setShown] = useState(false);
  const codes = { name, day };
  return (
    <Dialog onOpenChange={() => setShown(false)}>
      <DialogTrigger render={<Button>Regenerate Backup Codes</Button>} />
      <DialogContent
        title={isShown ? 'New backup codes' : 'Regenerate backup codes'}
        description={isShown ? null : LEAD}
      >
        <ActionForm
          action={action}
          submitLabel="Regenerate Backup Codes"
          cancel={<DialogClose render={<Button>Cancel</Button>} />}
          onDone={() => setShown(true)}
          answer={({ once }) =>
            once && (
              <>
                <BackupCodes codes={once} {...codes} />
                <div className="mt-5 flex justify-end" data-print="hide">
                  <DialogClose
                    render={<Button variant="primary">I have saved these codes</Button>}
                  />
                </div>
              </>
            )
          }
        >
          <PasswordAgain />
        </ActionForm>
      </DialogContent>
    </Dialog>
  );
}
