import { importing, type Planted } from './planted';

// Targets are files that exist: an import that leads nowhere is of no layer.
const arrow = (path: string, wrong: string, right: string): Planted => ({
  what: `${path} imports ${wrong}`,
  path,
  wrong: importing(wrong),
  right: importing(right),
});

/** For boundaries/dependencies: every arrow that points up or sideways, beside one that points down. */
export const LAYERS: Planted[] = [
  arrow('app/admin/planted.ts', '@/lib/generated/prisma/client', '@/lib/users/queries'),
  arrow('app/admin/planted.ts', '@/tests/database', '@/components/ui/cn'),
  arrow('components/ui/planted.tsx', '@/lib/users/queries', '@/lib/users/schema'),
  arrow('components/ui/planted.tsx', '@/lib/core/db', '@/lib/core/errors'),
  arrow('components/ui/planted.tsx', '@/lib/access/sql', '@/lib/access/rights'),
  arrow('components/ui/planted.tsx', '@/lib/audit/commands', '@/lib/access/decision'),
  arrow('lib/auth/planted.ts', '@/components/ui/cn', '@/lib/lifecycle/change-access'),
  arrow('lib/auth/planted.ts', '@/lib/worker/worker', '@/lib/mail/send'),
  arrow('lib/lifecycle/planted.ts', '@/lib/setup/token', '@/lib/sessions/end'),
  arrow('lib/lifecycle/planted.ts', '@/lib/worker/queue', '@/lib/mail/outbox'),
  arrow('lib/two-factor/planted.ts', '@/lib/sign-in/enter', '@/lib/credentials/totp'),
  arrow('lib/worker/planted.ts', '@/lib/auth/gate', '@/lib/passwords/commands'),
  arrow('lib/two-factor/planted.ts', '@/lib/worker/queue', '@/lib/mail/send'),
  arrow('lib/sign-in/planted.ts', '@/components/ui/cn', '@/lib/credentials/passwords'),
  arrow('lib/users/planted.ts', '@/lib/sessions/end', '@/lib/users/queries'),
  arrow('lib/users/planted.ts', '@/lib/organisation/queries', '@/lib/audit/commands'),
  arrow('lib/sessions/planted.ts', '@/lib/lifecycle/change-access', '@/lib/access/admission'),
  arrow('lib/a-new-domain/planted.ts', '@/lib/users/queries', '@/lib/core/db'),
  arrow('lib/links/planted.ts', '@/lib/worker/queue', '@/lib/mail/outbox'),
  arrow('lib/photos/planted.ts', '@/lib/users/queries', '@/lib/access/assert'),
  arrow('lib/mail/planted.ts', '@/lib/links/token', '@/lib/jobs/enqueue'),
  arrow('lib/mail/planted.ts', '@/lib/worker/worker', '@/lib/audit/commands'),
  arrow('lib/mail/planted.ts', '@/lib/two-factor/policy', '@/lib/access/sql'),
  arrow('lib/audit/planted.ts', '@/lib/mail/outbox', '@/lib/core/clock'),
  arrow('lib/jobs/planted.ts', '@/lib/mail/outbox', '@/lib/core/db'),
  arrow('lib/jobs/planted.ts', '@/lib/worker/worker', '@/lib/core/env'),
  arrow('lib/core/planted.ts', '@/lib/jobs/enqueue', '@/lib/core/seal'),
  arrow('lib/audit/planted.ts', '@/lib/access/rights', '@/lib/core/db'),
  arrow('lib/access/planted.ts', '@/lib/audit/commands', '@/lib/core/errors'),
  arrow('lib/access/planted.ts', '@/lib/users/queries', '@/lib/generated/prisma/client'),
  arrow('lib/core/planted.ts', '@/lib/access/rights', '@/lib/generated/prisma/client'),
  arrow('proxy.ts', '@/lib/users/queries', '@/lib/core/errors'),
  arrow('instrumentation.ts', '@/lib/audit/commands', '@/lib/core/env'),
  arrow('instrumentation.ts', '@/lib/mail/send', '@/lib/worker/worker'),
  arrow('components/two-factor/planted.tsx', '@/lib/two-factor/queries', '@/lib/two-factor/policy'),
  arrow('components/form/planted.tsx', '@/lib/photos/prepare', '@/lib/photos/policy'),
  arrow('lib/users/schema.ts', './queries', '@/lib/core/input'),
  arrow('lib/users/policy.ts', '@/lib/core/db', '@/lib/access/decision'),
  arrow('lib/access/rights.ts', './sql', './decision'),
  {
    what: 'a browser-safe file imports a value of the generated client',
    path: 'lib/users/policy.ts',
    wrong: "import { AdminRight } from '@/lib/generated/prisma/enums';\n",
    right: "import type { AdminRight } from '@/lib/generated/prisma/enums';\n",
  },
  {
    what: 'a dynamic import points up',
    path: 'lib/users/planted.ts',
    wrong: "export const load = () => import('@/lib/lifecycle/change-access');\n",
    right: "export const load = () => import('@/lib/core/db');\n",
  },
  {
    what: 'a type points up',
    path: 'lib/core/planted.ts',
    wrong: "import type { Actor } from '@/lib/access/rights';\n",
    right: "import type { Actor } from '@/lib/core/actor';\n",
  },
  {
    what: 'a relative import leaves its domain',
    path: 'lib/users/planted.ts',
    wrong: importing('../sessions/end'),
    right: importing('../core/db'),
  },
  {
    what: 'code that a test may write',
    path: 'lib/users/planted.ts',
    wrong: importing('@/lib/sessions/end'),
    right: importing('@/lib/sessions/end'),
    twinPath: 'lib/users/planted.test.ts',
  },
];

/** For boundaries/no-unknown-files. */
export const ROOMS: Planted[] = [
  {
    what: 'a file without a room',
    path: 'helpers/planted.ts',
    wrong: 'export const planted = 1;\n',
    right: 'export const planted = 1;\n',
    twinPath: 'lib/helpers/planted.ts',
  },
];
