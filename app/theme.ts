import { cookies } from 'next/headers';
import type { Theme } from '@/components/shell/nav-item';

/** The theme this browser has chosen; what it has not said, or said wrongly, is the system's. */
export async function chosenTheme(): Promise<Theme> {
  const theme = (await cookies()).get('theme')?.value;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}
