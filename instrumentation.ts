/**
 * Before the first request: settings that are missing or malformed stop the start in one line, and
 * where the process lives on, its worker begins.
 */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  await import('./lib/core/check-settings');
  const { env } = await import('./lib/core/env');
  if (env().VERCEL) return;
  const { startWorker } = await import('./lib/worker/worker');
  startWorker();
}
