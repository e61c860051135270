import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { SessionWatch } from '@/components/shell/session-watch';
import { RIGHT_LABELS, holds } from '@/lib/access/rights';
import { enter } from '@/lib/auth/viewer';
import { photoAddress } from '@/lib/photos/policy';
import { openTasks } from '@/lib/tasks/queries';
import { getOwnProfile } from '@/lib/users/queries';
import { signOutAction } from './actions';
import { placesOf } from './places';
import { chosenTheme } from './theme';

/**
 * The frame of signed-in pages. It guards nothing: the page inside does, and sends away whoever
 * may not be here.
 */
export async function SignedInShell({ children }: { children: ReactNode }) {
  const entry = await enter('cabinet', { passive: true });
  if (entry.kind !== 'pass') return children;
  const { actor } = entry;
  const [profile, tasks, theme, jar] = await Promise.all([
    getOwnProfile(actor.userId),
    holds(actor, 'tasks.read') ? openTasks(actor) : 0,
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
      nav={placesOf(actor, tasks)}
      theme={theme}
      collapsed={jar.get('sidebar')?.value === 'collapsed'}
      signOut={signOutAction}
    >
      <SessionWatch />
      {children}
    </AppShell>
  );
}
