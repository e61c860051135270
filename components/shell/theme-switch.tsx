'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import {
  Menu,
  MenuContent,
  MenuRadioGroup,
  MenuRadioItem,
  MenuTrigger,
} from '@/components/ui/menu';
import { rememberInCookie } from './cookie';
import type { Theme } from './nav-item';

const themes = [
  { value: 'light', label: 'Light', Icon: Sun },
  { value: 'dark', label: 'Dark', Icon: Moon },
  { value: 'system', label: 'System', Icon: Monitor },
] as const;

/** Light, dark or as the system has it; applied at once and kept in the cookie `theme`. */
export function ThemeSwitch({ theme: initial }: { theme: Theme }) {
  const [theme, setTheme] = useState(initial);
  const { Icon, label } = themes.find(({ value }) => value === theme) ?? themes[2];

  function choose(next: Theme) {
    setTheme(next);
    document.documentElement.dataset.theme = next;
    rememberInCookie('theme', next);
  }

  return (
    <Menu>
      <MenuTrigger
        render={<Button variant="ghost" size="sm" square aria-label={`Theme: ${label}`} />}
      >
        <Icon aria-hidden />
      </MenuTrigger>
      <MenuContent className="min-w-36">
        <MenuRadioGroup value={theme} onValueChange={choose}>
          {themes.map(({ value, label: text, Icon: ItemIcon }) => (
            <MenuRadioItem key={value} value={value}>
              <ItemIcon aria-hidden />
              {text}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}
