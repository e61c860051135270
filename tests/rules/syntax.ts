import type { Planted } from './planted';

const ASSERT = "import { assertCan } from '@/lib/access/assert';\n";
const RECORD = "import { record } from '@/lib/audit/commands';\n";
const NEEDED = ASSERT + RECORD;
const command = (body: string) => `export async function lock(actor, tx) {\n${body}\n}\n`;
const LAWFUL = NEEDED + command("assertCan(actor, 'users.lock');\nawait record(tx, actor, {});");

const MADE =
  "import { accessCommand } from '@/lib/lifecycle/access-command';\nexport const lock = accessCommand({});\n";
const SET = LAWFUL.replaceAll('record', 'recordSet');

const commands = (what: string, wrong: string, right = LAWFUL): Planted => ({
  what,
  path: 'lib/users/commands.ts',
  wrong,
  right,
});

const made = (what: string, wrong: string): Planted => ({
  what,
  path: 'lib/lifecycle/commands.ts',
  wrong,
  right: MADE,
});

const wrapped = (module: string, wrapper: string) =>
  `import { ${wrapper} } from '@/lib/auth/${module}';\n`;

const USE = "'use server';\n";
const actionOf = (wrapper: string) =>
  `${USE}${wrapped('action', wrapper)}export const lock = ${wrapper}({});\n`;
const lockAction = actionOf('adminAction');

const actions = (what: string, wrong: string, right = lockAction): Planted => ({
  what,
  path: 'app/admin/users/actions.ts',
  wrong,
  right,
});

const pageOf = (wrapper: string) => `${wrapped('page', wrapper)}export default ${wrapper}({});\n`;

const pages = (what: string, wrong: string, right = pageOf('adminPage')): Planted => ({
  what,
  path: 'app/admin/users/page.tsx',
  wrong,
  right,
});

const routeOf = (wrapper: string) =>
  `${wrapped('route', wrapper)}export const GET = ${wrapper}({});\nexport const runtime = 'nodejs';\n`;

const routes = (what: string, wrong: string, right = routeOf('adminRoute')): Planted => ({
  what,
  path: 'app/api/people/route.ts',
  wrong,
  right,
});

const settings = (what: string, wrong: string): Planted => ({
  what,
  path: 'lib/users/planted.ts',
  wrong,
  right: wrong,
  twinPath: 'lib/core/env.ts',
});

const client = (what: string, wrong: string, right: string): Planted => ({
  what,
  path: 'app/admin/users/lock-user-button.tsx',
  wrong: `'use client';\n${wrong}\n`,
  right: `'use client';\n${right}\n`,
});

const clock = (what: string, wrong: string, right: string): Planted => ({
  what,
  path: 'lib/users/planted.ts',
  wrong: `export const at = () => ${wrong};\n`,
  right: `export const at = (now) => ${right};\n`,
});

const inApp = (what: string, path: string, wrong: string, right: string): Planted => ({
  what,
  path,
  wrong,
  right,
});

/** For each subject of the plugin `gatehouse` in eslint.config.mjs. */
export const SYNTAX: Record<string, Planted[]> = {
  commands: [
    commands('no audit row', NEEDED + command("assertCan(actor, 'users.lock');")),
    commands('no check of the right', NEEDED + command('await record(tx, actor, {});'), SET),
    commands(
      'an arrow function',
      `${ASSERT}export const lock = (actor) => { assertCan(actor, 'users.lock'); };\n`,
      `${NEEDED}export const lock = (actor) => { assertCan(actor, 'users.lock'); return record(actor); };\n`,
    ),
    commands('exported apart', `${NEEDED}async function lock() {}\nexport { lock };\n`),
    commands('a namesake', LAWFUL.replace(RECORD, 'const record = () => undefined;\n')),
    commands('another namesake', LAWFUL.replace(ASSERT, 'const assertCan = () => undefined;\n')),
    commands('another from elsewhere', LAWFUL.replace('@/lib/access/assert', './assert')),
    commands('a namesake from elsewhere', LAWFUL.replace('@/lib/audit/commands', './record')),
    made('made by another', MADE.replaceAll('accessCommand', 'userCommand')),
    made('made by a namesake', MADE.replace('@/lib/lifecycle', '.')),
    commands('an exception by comment', `/* eslint-disable */\n${command('return tx;')}`),
    commands('only types are exempt', 'export class Locked {}\n', 'export type Locked = string;\n'),
    {
      what: 'in a flow',
      path: 'lib/lifecycle/commands.ts',
      wrong: command('return tx;'),
      right: command('return tx;'),
      twinPath: 'lib/lifecycle/lock.ts',
    },
  ],
  actions: [
    actions('a bare function', `${USE}export async function lock() {}\n`),
    actions(
      'a bare arrow',
      `${USE}export const lock = async () => {};\n`,
      actionOf('cabinetAction'),
    ),
    actions(
      'a call of something else',
      `${USE}export const lock = memo(adminAction({}));\n`,
      actionOf('stepAction'),
    ),
    actions(
      'exported apart',
      `${USE}const lock = async () => {};\nexport { lock };\n`,
      actionOf('sessionAction'),
    ),
    actions('marked inside', `${lockAction}async function unlock() { 'use server'; }\n`),
    actions('a namesake', lockAction.replace(/import.*/, 'const adminAction = () => 1;')),
    actions('a namesake from elsewhere', lockAction.replace('@/lib/auth/action', './wrappers')),
    actions('without the mark', lockAction.replace(USE, '')),
    actions('by default', `${USE}export const one = sessionAction({});\nexport { one as lock };\n`),
    actions(
      'an exception by comment',
      `${USE}// eslint-disable-next-line\nexport async function lock() {}\n`,
      actionOf('publicAction'),
    ),
  ],
  'actions-elsewhere': [
    inApp(
      'inside a component',
      'app/admin/users/page.tsx',
      `${pageOf('adminPage')}async function lock() { 'use server'; }\n`,
      pageOf('adminPage'),
    ),
    inApp('another file', 'app/admin/users/lock.ts', USE, 'export const lock = 1;\n'),
    inApp('in lib', 'lib/users/planted.ts', USE, 'export const lock = 1;\n'),
  ],
  pages: [
    pages('a bare function', 'export default function Page() { return null; }\n'),
    pages('a bare arrow', 'export default () => null;\n', pageOf('publicPage')),
    pages('a name', 'const Page = () => null;\nexport default Page;\n', pageOf('stepPage')),
    pages('exported apart', 'const Page = () => null;\nexport { Page as default };\n'),
    pages('another wrapper', 'export default sessionPage({});\n', pageOf('cabinetPage')),
    pages('a namesake', pageOf('adminPage').replace(/import.*/, 'const adminPage = () => 1;')),
    pages(
      'a namesake from elsewhere',
      pageOf('adminPage').replace('@/lib/auth/page', './wrappers'),
    ),
  ],
  routes: [
    routes('a bare function', 'export async function GET() { return new Response(); }\n'),
    routes('a bare arrow', 'export const POST = async () => new Response();\n'),
    routes('exported apart', 'const GET = 1;\nexport { GET };\n', routeOf('publicRoute')),
    routes('unpacked', 'export const { GET, POST } = handlers;\n', routeOf('sessionRoute')),
    routes('another wrapper', 'export const PUT = stepRoute({});\n', routeOf('cabinetRoute')),
    routes('a namesake', routeOf('adminRoute').replace(/import.*/, 'const adminRoute = () => 1;')),
    routes(
      'a namesake from elsewhere',
      routeOf('adminRoute').replace('@/lib/auth/route', './wrappers'),
    ),
    {
      what: "next-auth's own",
      path: 'app/api/people/route.ts',
      wrong: 'const handler = 1;\nexport { handler as GET, handler as POST };\n',
      right: 'const handler = 1;\nexport { handler as GET, handler as POST };\n',
      twinPath: 'app/api/auth/[...nextauth]/route.ts',
    },
  ],
  settings: [
    settings('read', 'export const url = process.env.DATABASE_URL;\n'),
    settings('by a string', "export const env = process['env'];\n"),
    settings('through globalThis', 'export const env = globalThis.process.env;\n'),
    settings('unpacked', 'export const { env } = process;\n'),
    settings('imported', "import { env } from 'node:process';\nexport const url = env.URL;\n"),
    {
      what: 'at the front door',
      path: 'proxy.ts',
      wrong: 'export const url = process.env.APP_URL;\n',
      right: 'export const url = process.env.APP_URL;\n',
      twinPath: 'scripts/planted.ts',
    },
  ],
  injection: [
    inApp(
      'a query from text',
      'lib/users/planted.ts',
      'export const read = (db, text) => db.$queryRawUnsafe(text);\n',
      'export const read = (db, id) => db.$queryRaw`SELECT ${id}`;\n',
    ),
    inApp(
      'a change from text',
      'lib/users/planted.ts',
      "export const write = (db, text) => db['$executeRawUnsafe'](text);\n",
      'export const write = (db, id) => db.$executeRaw`SELECT ${id}`;\n',
    ),
    inApp(
      'markup as an attribute',
      'components/ui/planted.tsx',
      'export const Note = ({ html }) => <p dangerouslySetInnerHTML={{ __html: html }} />;\n',
      'export const Note = ({ html }) => <p>{html}</p>;\n',
    ),
    inApp(
      'markup as a property',
      'components/ui/planted.tsx',
      'export const props = (html) => ({ dangerouslySetInnerHTML: { __html: html } });\n',
      'export const props = (html) => ({ title: html });\n',
    ),
  ],
  clock: [
    clock('new Date()', 'new Date()', 'new Date(now)'),
    clock('Date()', 'Date()', 'String(new Date(now))'),
    clock('Date.now()', 'Date.now()', 'now.getTime()'),
  ],
  client: [
    client('the database', "import '@/lib/core/db';", "import '@/lib/core/errors';"),
    client('the settings', "import '@/lib/core/env';", "import '@/lib/core/clock';"),
    client('queries', "import '@/lib/users/queries';", "import '@/lib/users/schema';"),
    client(
      'commands',
      "import { lock } from '@/lib/users/commands';",
      "import type { Locked } from '@/lib/users/commands';",
    ),
    client('by a path', "import '../../../lib/core/db';", "import '../../../lib/access/rights';"),
    client('late', "export const load = () => import('@/lib/core/db');", "import './actions';"),
  ],
  exports: [
    inApp(
      'a barrel',
      'components/ui/index.ts',
      "export * from './badge';\n",
      'export const a = 1;\n',
    ),
    inApp(
      'by name',
      'components/ui/index.ts',
      "export { Badge } from './badge';\n",
      "import { Badge } from './badge';\nexport const badges = [Badge];\n",
    ),
  ],
  'default-export': [
    inApp(
      'a component',
      'components/ui/planted.tsx',
      'export default function Planted() { return null; }\n',
      'export function Planted() { return null; }\n',
    ),
    {
      what: 'under another name',
      path: 'lib/users/planted.ts',
      wrong: 'const planted = 1;\nexport { planted as default };\n',
      right: 'export default function Layout() { return null; }\n',
      twinPath: 'app/admin/layout.tsx',
    },
  ],
};
