'use client';

import { Keyboard, LogOut } from 'lucide-react';
import { useId } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu';
import type { FormAction } from '@/components/form/use-action-form';
import type { Viewer } from './nav-item';
import { SignOutForm } from './sign-out-form';

type AccountMenuProps = {
  viewer: Viewer;
  signOut: FormAction;
  onShortcuts: () => void;
};

/** Who is signed in, with the way out; the form stands outside the menu, which closes on a click. */
export function AccountMenu({ viewer, signOut, onShortcuts }: AccountMenuProps) {
  const formId = useId();
  return (
    <>
      <SignOutForm id={formId} action={signOut}>
        <noscript>
          <Button type="submit" size="sm">
            Sign out
          </Button>
        </noscript>
      </SignOutForm>
      <Menu>
        <MenuTrigger
          aria-label={`Account: ${viewer.name}`}
          className="grid size-8 place-items-center rounded-full"
        >
          <Avatar name={viewer.name} colour={viewer.colour} photoUrl={viewer.photoUrl} />
        </MenuTrigger>
        <MenuContent className="w-60">
          <div className="px-2 pt-1.5 pb-2">
            <p className="truncate font-medium">{viewer.name}</p>
            <p className="truncate text-sm text-muted">{viewer.email}</p>
            <p className="mt-1 text-xs text-faint">{viewer.right}</p>
          </div>
          <MenuSeparator />
          <MenuItem onClick={onShortcuts}>
            <Keyboard aria-hidden />
            Keyboard shortcuts
          </MenuItem>
          <MenuItem nativeButton render={<button type="submit" form={formId} />}>
            <LogOut aria-hidden />
            Sign out
          </MenuItem>
        </MenuContent>
      </Menu>
    </>
  );
}
