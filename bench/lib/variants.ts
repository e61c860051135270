import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { bin, ensureClient } from '../../scripts/lib/build';
import { run } from '../../scripts/lib/commands.mjs';
import { ROOT } from '../../scripts/lib/install.mjs';

/** The one JSON route that each variant has besides the application's own. */
export const ROUTE = '/api/bench';

// Inside the repository, so that packages are found on the way up.
const FOLDER = path.join(ROOT, '.cache/bench');
const SOURCES = ['app', 'components', 'lib', 'public', 'scripts'];
const SINGLE = /^(proxy\.ts|instrumentation\.ts|(next|postcss)\.config\.\w+|(ts|pack)\w+\.json)$/;
const LOCK = 'package-lock.json'; // not copied: it would make the copy a root of its own

const OPEN_ROUTE = `export const dynamic = 'force-dynamic';

export const GET = () => Response.json({ state: 'live' });
`;
const GATED_ROUTE = `import { sessionRoute } from '@/lib/auth/route';

export const GET = sessionRoute(() => Response.json({ state: 'live' }));
`;

// The directory export with a twelfth column, and what the process that serves it needed at most.
const EXPORT_ROUTE = `import { answerExport } from '@/app/api/exports/answer';
import { adminRoute } from '@/lib/auth/route';
import { usersExport } from '@/lib/users/export';
import { userListQuery } from '@/lib/users/schema';

export const GET = adminRoute('users.export', (actor) => {
  const source = usersExport(actor, userListQuery.parse({}), 'bench');
  let number = 0;
  const toRow = (found) => {
    const row = source.toRow(found);
    return { ...row, cells: [...row.cells, (number += 1)] };
  };
  const columns = [...source.columns, { header: 'Number', width: 10, kind: 'number' }];
  return answerExport(actor, { ...source, columns, toRow }, 'xlsx');
});
`;
const MEMORY_ROUTE = GATED_ROUTE.replace(`{ state: 'live' }`, 'process.resourceUsage()');

/** The front door without its gate: same matcher, lets everything through. */
const emptied = (proxy: string) => `import { NextResponse } from 'next/server';

export const proxy = () => NextResponse.next();

${proxy.slice(proxy.indexOf('export const config'))}`;

type Kind = {
  route: string;
  proxy: (own: string) => string | null;
  more?: Record<string, string>;
};

const VARIANTS = {
  /** No front door, nothing asked inside. */
  ungated: { route: OPEN_ROUTE, proxy: () => null },
  /** A front door that lets everything through, nothing asked inside. */
  emptyProxy: { route: OPEN_ROUTE, proxy: emptied },
  /** The application as it is: gate at the front door and inside. */
  gated: { route: GATED_ROUTE, proxy: (own: string) => own },
  /** The same, with what the bench of exports asks for. */
  exporting: {
    route: GATED_ROUTE,
    proxy: (own: string) => own,
    more: { '/api/users/bench': EXPORT_ROUTE, '/api/bench/memory': MEMORY_ROUTE },
  },
} satisfies Record<string, Kind>;

export type Variant = keyof typeof VARIANTS;

/**
 * Makes a production build of a copy of the application with the bench's route, unless just that
 * is there from an earlier run. Returns the copy's folder.
 */
export async function buildVariant(name: Variant): Promise<string> {
  await ensureClient();
  const folder = path.join(FOLDER, name);
  const files = sourcesOf(name);
  const stamp = path.join(folder, '.sources');
  const sources = hash(files);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === sources) return folder;
  console.error(`Building the variant ${name} …`);
  fs.rmSync(folder, { recursive: true, force: true });
  for (const [file, content] of files) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), content);
  }
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as const;
  await run(process.execPath, [bin('next/dist/bin/next'), 'build', folder], env);
  fs.writeFileSync(stamp, sources);
  return folder;
}

/** Every file of the copy by its path, as the variant has it. */
function sourcesOf(name: Variant): Map<string, Buffer | string> {
  const { route, proxy, more = {} }: Kind = VARIANTS[name];
  const single = fs.readdirSync(ROOT).filter((file) => SINGLE.test(file) && file !== LOCK);
  const files = new Map<string, Buffer | string>();
  for (const file of [...SOURCES, ...single].flatMap(filesOf).sort()) {
    files.set(file, fs.readFileSync(path.join(ROOT, file)));
  }
  for (const [at, content] of Object.entries({ [ROUTE]: route, ...more })) {
    files.set(`app${at}/route.ts`, content);
  }
  const door = proxy(String(files.get('proxy.ts')));
  if (door === null) files.delete('proxy.ts');
  else files.set('proxy.ts', door);
  return files;
}

function filesOf(file: string): string[] {
  const stat = fs.statSync(path.join(ROOT, file), { throwIfNoEntry: false });
  if (!stat || /\.test\.tsx?$/.test(file)) return [];
  if (!stat.isDirectory()) return [file];
  return fs.readdirSync(path.join(ROOT, file)).flatMap((name) => filesOf(path.join(file, name)));
}

function hash(files: Map<string, Buffer | string>): string {
  const sum = createHash('sha256').update(process.version);
  sum.update(fs.readFileSync(path.join(ROOT, LOCK)));
  for (const [file, content] of files) sum.update(`${file}\0${content.length}\0`).update(content);
  return sum.digest('hex');
}
