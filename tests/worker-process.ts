import { startWorker } from '@/lib/worker/worker';

// A process that does jobs and nothing else, for tests that kill it (tests/worker.ts starts it).
startWorker();
process.on('SIGTERM', () => {
  void startWorker()
    .stop()
    .then(() => process.exit(0));
});
