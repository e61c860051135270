/** Before the first request: settings that are missing or malformed stop the start in one line. */
export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs') await import('./lib/core/check-settings');
}
