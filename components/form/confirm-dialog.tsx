'use client';

import { useState, type ReactElement } from 'react';
import { Dialog, DialogTrigger } from '@/components/ui/dialog';
import { ConfirmContent, type Confirmation } from './confirm-content';
import { useFocusAfterUnmount } from './use-focus-after-unmount';

/** The button that opens the dialog, and what it asks. */
type ConfirmDialogProps = Confirmation & { trigger: ReactElement };

/** A button that asks before its deed. */
export function ConfirmDialog({ trigger, ...confirmation }: ConfirmDialogProps) {
  const [open, setOpen] = useState(false);
  useFocusAfterUnmount(open);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger render={trigger} />
      <ConfirmContent {...confirmation} onDone={() => setOpen(false)} />
    </Dialog>
  );
}
