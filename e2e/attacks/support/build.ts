import fs from 'node:fs';
import path from 'node:path';

/** A server action as the build knows it. */
export type BuiltAction = {
  /** Where it is written: `app/actions.ts#signOutAction`. */
  name: string;
  id: string;
  /** A route of the build whose page can call it. */
  route: string;
};

const read = (root: string, file: string) =>
  JSON.parse(fs.readFileSync(path.join(root, '.next', file), 'utf8')) as never;

/** Every address that the build answers at, as in the app folder: `/admin/users/[userId]`. */
export function builtRoutes(root: string): { pages: string[]; handlers: string[] } {
  const routes = Object.entries<string>(read(root, 'app-path-routes-manifest.json'));
  const ending = (end: string) => routes.filter(([file]) => file.endsWith(end)).map(([, at]) => at);
  return { pages: ending('/page').sort(), handlers: ending('/route').sort() };
}

/** The file of ours that answers at an address of the build; a picture is none. */
export function fileOf(root: string, address: string): string | undefined {
  const routes = Object.entries<string>(read(root, 'app-path-routes-manifest.json'));
  const [key = ''] = routes.find(([, at]) => at === address) ?? [];
  return ['.ts', '.tsx'].map((end) => `app${key}${end}`).find((file) => fs.existsSync(file));
}

// Where a file lies in a build of a copy is told from the folder of the packages.
const COPY = /^\.cache\/[\w-]+\//;

type Reference = { filename: string; exportedName: string; workers: Record<string, unknown> };

/** Every server action of the build. */
export function builtActions(root: string): BuiltAction[] {
  const routes = read(root, 'app-path-routes-manifest.json') as Record<string, string>;
  const { node, edge } = read(root, 'server/server-reference-manifest.json') as Record<
    'node' | 'edge',
    Record<string, Reference>
  >;
  return Object.entries({ ...node, ...edge }).map(([id, { filename, exportedName, workers }]) => {
    const worker = Object.keys(workers)[0] ?? '';
    const route = routes[worker.replace(/^app/, '')] ?? '';
    return { id, name: `${filename.replace(COPY, '')}#${exportedName}`, route };
  });
}

/** The server action whose name ends so. Fails when the build has none, or several. */
export function builtAction(root: string, name: string): BuiltAction {
  const [found, ...more] = builtActions(root).filter((action) => action.name.endsWith(name));
  if (!found) throw new Error(`The build has no action ${name}.`);
  if (more.length > 0) throw new Error(`The build has several actions ${name}.`);
  return found;
}
