'use client';

/** Keeps a preference of this browser for a year; readable by the server, never a secret. */
export function rememberInCookie(name: 'theme' | 'sidebar', value: string): void {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax${secure}`;
}
