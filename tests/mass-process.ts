import { executeRun } from '@/lib/bulk/commands';
import type { Actor } from '@/lib/core/actor';

// A process that carries a mass update out when it is told to, for tests that kill it on the way.
process.on('message', ({ actor, runId, count }: { actor: Actor; runId: string; count: string }) => {
  void executeRun(actor, { runId, count }).then(() => process.send?.('done'));
});
process.send?.('ready');
