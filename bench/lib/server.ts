import path from 'node:path';
import { freePort } from '../../scripts/lib/ports.mjs';
import type * as Serving from '../../scripts/lib/server';
import { beforeEnd } from '../../scripts/lib/stopping.mjs';
import { settingsOf, type World } from './world';

/** Serves a build variant from its folder, on a port of its own, until the bench ends. */
export async function serve(world: World, folder: string): Promise<number> {
  // The copy's own: it serves from the folder it lies in.
  const { startServer } = (await import(
    path.join(folder, 'scripts/lib/server.ts')
  )) as typeof Serving;
  const port = await freePort();
  const server = await startServer({ env: settingsOf(world, port) });
  beforeEnd(() => server.stop());
  return port;
}
