'use client';

type Preference = 'theme' | 'sidebar' | 'density' | 'hidden-columns';

/** Keeps a preference of this browser for a year; readable by the server, never a secret. */
export function rememberInCookie(name: Preference, value: string): void {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax${secure}`;
}
