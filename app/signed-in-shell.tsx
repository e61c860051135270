import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import type { NavItem } from '@/components/shell/nav-item';
import { SessionWatch } from '@/components/shell/session-watch';
import { RIGHT_LABELS, holds } from '@/lib/access/rights';
import { enter } from '@/lib/auth/viewer';
import type { Actor } from '@/lib/core/actor';
import { photoAddress } from '@/lib/photos/policy';
import { getOwnProfile } from '@/lib/users/queries';
import { signOutAction } from './actions';
import { chosenTheme } from './theme';

/** The places an actor may go to. */
function places(actor: Actor): NavItem[] {
  const administration: NavItem[] = [
    ...(holds(actor, 'users.read')
      ? [{ href: '/admin/users', label: 'Users', icon: 'users' } as const]
      : []),
    ...(holds(actor, 'companies.read')
      ? [{ href: '/admin/organisation', label: 'Organisation', icon: 'building' } as const]
      : []),
    ...(holds(actor, 'groups.update-other')
      ? [{ href: '/admin/groups', label: 'Other groups', icon: 'shield' } as const]
      : []),
    ...(holds(actor, 'mail.read')
      ? [{ href: '/admin/mail', label: 'Mail', icon: 'mail' } as const]
      : []),
    ...(holds(actor, 'settings.read')
      ? [{ href: '/admin/settings', label: 'Settings', icon: 'settings' } as const]
      : []),
  ];
  return [
    ...administration,
    { href: '/personal-cabinet', label: 'Personal cabinet', icon: 'user' },
    { href: '/update_profile', label: 'Account settings', icon: 'key' },
  ];
}

/**
 * The frame of signed-in pages. It guards nothing: the page inside does, and sends away whoever
 * may not be here.
 */
export async function SignedInShell({ children }: { children: ReactNode }) {
  const entry = await enter('cabinet', { passive: true });
  if (entry.kind !== 'pass') return children;
  const { actor } = entry;
  const [profile, theme, jar] = await Promise.all([
    getOwnProfile(actor.userId),
    chosenTheme(),
    cookies(),
  ]);
  return (
    <AppShell
      viewer={{
        name: `${profile.firstName} ${profile.lastName}`,
        email: profile.email,
        right: actor.right ? RIGHT_LABELS[actor.right] : 'Member',
        colour: profile.colour,
        photoUrl: photoAddress(actor.userId, profile.photo),
      }}
      nav={places(actor)}
      theme={theme}
      collapsed={jar.get('sidebar')?.value === 'collapsed'}
      signOut={signOutAction}
    >
      <SessionWatch />
      {children}
    </AppShell>
  );
}
