import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { run } from './commands.mjs';
import { ROOT } from './install.mjs';

const SOURCES = ['app', 'components', 'lib', 'public'];
const SCHEMA = ['prisma/schema', 'prisma.config.ts', 'package-lock.json'];
const SINGLE = /^(proxy|instrumentation(-client)?|next\.config|postcss\.config|tsconfig)\.\w+$/;
const GENERATED = path.join(ROOT, 'lib/generated');
const CLIENT_STAMP = path.join(GENERATED, '.sources');
const BUILD_STAMP = path.join(ROOT, '.next/.sources');

/** Makes the database client when the schema it was made from has changed. */
export async function ensureClient(): Promise<void> {
  const sources = hash(SCHEMA);
  if (readStamp(CLIENT_STAMP) === sources) return;
  await prisma(['generate']);
  fs.writeFileSync(CLIENT_STAMP, sources);
}

/** Builds for production when a source has changed, or the last build did not come to its end. */
export async function ensureBuilt(): Promise<void> {
  await ensureClient();
  const sources = hash([...SOURCES, ...SCHEMA, ...singleFiles()]);
  if (readStamp(BUILD_STAMP) === sources) return;
  fs.rmSync(BUILD_STAMP, { force: true });
  console.log('Building …');
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as const;
  await run(process.execPath, [bin('next/dist/bin/next'), 'build'], env);
  fs.writeFileSync(BUILD_STAMP, sources);
}

/** An installed package's own script. */
export const bin = (script: string) => path.join(ROOT, 'node_modules', script);

/** Prisma's command line, without its talk and its looks outside. */
export function prisma(args: string[], databaseUrl?: string): Promise<void> {
  const quiet = { PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' };
  const env = { ...process.env, ...quiet, ...(databaseUrl && { DATABASE_URL: databaseUrl }) };
  return run(process.execPath, [bin('prisma/build/index.js'), ...args], env, true);
}

const singleFiles = () => fs.readdirSync(ROOT).filter((name) => SINGLE.test(name));

function readStamp(file: string): string | undefined {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}

/** One value for the contents of all these files and folders; what is not there counts as empty. */
function hash(names: string[]): string {
  const sum = createHash('sha256').update(process.version);
  for (const file of names.flatMap((name) => filesOf(path.join(ROOT, name))).sort()) {
    const content = fs.readFileSync(file);
    sum.update(`${path.relative(ROOT, file)}\0${content.length}\0`).update(content);
  }
  return sum.digest('hex');
}

function filesOf(at: string): string[] {
  const stat = fs.statSync(at, { throwIfNoEntry: false });
  if (!stat || at === GENERATED || /\.test\.tsx?$/.test(at)) return [];
  if (!stat.isDirectory()) return [at];
  return fs.readdirSync(at).flatMap((name) => filesOf(path.join(at, name)));
}
