import 'server-only';
import { forgetRuns } from '@/lib/bulk/forget';
import { forgetImports } from '@/lib/imports/forget';

/** Forgets what is kept for its time alone: files of people, selections, and what came of them. */
export async function forget(): Promise<void> {
  await forgetImports();
  await forgetRuns();
}
