'use client';

import { useRef, useState, type ReactElement, type ReactNode } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu';
import { ConfirmContent, type Confirmation } from './confirm-content';
import { useFocusAfterUnmount } from './use-focus-after-unmount';

export type ConfirmMenuItem = Confirmation & { label: string; icon: ReactNode };

type ConfirmMenuProps = { trigger: ReactElement; items: ConfirmMenuItem[] };

/** A menu of deeds, each asked about in the same window before it is done. */
export function ConfirmMenu({ trigger, items }: ConfirmMenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [chosen, setChosen] = useState<ConfirmMenuItem>();
  const [open, setOpen] = useState(false);
  useFocusAfterUnmount(open);
  const choose = (item: ConfirmMenuItem) => {
    setChosen(item);
    setOpen(true);
  };
  return (
    <>
      <Menu>
        <MenuTrigger ref={button} render={trigger} />
        <MenuContent>
          {items.map((item) => (
            <MenuItem
              key={item.label}
              onClick={() => choose(item)}
              {...(item.tone === 'danger' && { tone: 'danger' })}
            >
              {item.icon} {item.label}
            </MenuItem>
          ))}
        </MenuContent>
      </Menu>
      <Dialog open={open} onOpenChange={setOpen}>
        {chosen ? (
          <ConfirmContent {...chosen} finalFocus={button} onDone={() => setOpen(false)} />
        ) : null}
      </Dialog>
    </>
  );
}
