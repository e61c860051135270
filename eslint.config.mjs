import nextVitals from 'eslint-config-next/core-web-vitals';
import boundaries from 'eslint-plugin-boundaries';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

// The house rules. Each is planted and caught in tests/rules/lint.test.ts.

const CODE = ['app/**', 'components/**', 'lib/**', 'proxy.ts', 'instrumentation.ts'];
const TESTS = ['**/*.test.{ts,tsx}', 'tests/**', 'e2e/**'];
const FREE = [...TESTS, 'bench/**', 'scripts/**', 'prisma/**', '*.config.{ts,mjs}'];

// What a browser may load of lib: pure, without secrets, database or Node.
const BROWSER_SAFE = [
  '*/schema',
  '*/policy',
  '*/labels',
  'access/decision',
  'access/rights',
  'contracts/assignments/labels',
  'contracts/assignments/policy',
  'contracts/assignments/schema',
  'core/action-state',
  'core/actor',
  'core/clock',
  'core/errors',
  'core/input',
  'core/paging',
  'organisation/time-zones',
];

/* ---- Layers: imports point down only ------------------------------------------------------- */

// The first match counts: every other folder of lib is a domain, held to the rules from its birth.
const LAYERS = [
  { type: 'app', pattern: 'app' },
  { type: 'components', pattern: 'components' },
  { type: 'auth', pattern: 'lib/auth' },
  { type: 'worker', pattern: 'lib/worker' },
  // Undertakings compose flows: many people, or all of one person, in one transaction.
  { type: 'undertaking', pattern: 'lib/(bulk|imports|incidents|people)' },
  { type: 'flow', pattern: 'lib/(lifecycle|onboarding|passwords|setup|sign-in|two-factor)' },
  { type: 'notices', pattern: 'lib/(mail|tasks)' },
  { type: 'platform', pattern: 'lib/(access|audit|excel|jobs)' },
  { type: 'core', pattern: 'lib/core' },
  { type: 'generated', pattern: 'lib/generated' },
  { type: 'domain', pattern: 'lib/*' },
].map((element) => ({ ...element, partialMatch: false }));

const FILES = [
  ...FREE.map((pattern) => ({ category: 'free', pattern })),
  { category: 'entry', pattern: '{proxy,instrumentation}.ts' },
  ...BROWSER_SAFE.map((name) => ({ category: 'browser-safe', pattern: `lib/${name}.ts` })),
  { category: 'enums', pattern: 'lib/generated/prisma/enums.ts' },
  { category: 'server', pattern: 'lib/**' },
];

const layer = (...types) => ({ element: { types: { anyOf: types } } });
const file = (category) => ({ file: { categories: category } });
const arrow = (from, to) => ({ from, allow: { to } });

// The last policy that matches decides.
const ARROWS = [
  { allow: { dependency: { relationship: { to: 'internal' } } } },
  arrow(
    layer('app'),
    layer(
      'components',
      'auth',
      'worker',
      'undertaking',
      'flow',
      'domain',
      'notices',
      'platform',
      'core',
    ),
  ),
  arrow(layer('components'), file('browser-safe')),
  arrow(file('entry'), layer('auth', 'worker', 'core')),
  arrow(layer('auth'), layer('flow', 'domain', 'notices', 'platform', 'core', 'generated')),
  arrow(
    layer('worker'),
    layer('undertaking', 'flow', 'domain', 'notices', 'platform', 'core', 'generated'),
  ),
  arrow(layer('undertaking'), layer('flow', 'domain', 'notices', 'platform', 'core', 'generated')),
  arrow(layer('flow'), layer('domain', 'notices', 'platform', 'core', 'generated')),
  arrow(layer('domain'), layer('notices', 'platform', 'core', 'generated')),
  arrow(layer('notices'), layer('platform', 'core', 'generated')),
  arrow(layer('platform'), layer('core', 'generated')),
  arrow(layer('core'), layer('generated')),
  {
    // Types are gone before the browser comes.
    from: file('browser-safe'),
    disallow: { to: [file('server'), file('enums')], dependency: { kind: 'value' } },
    message: '{{from.file.path}} is for the browser too; {{to.file.path}} is not.',
  },
];

const layers = [
  {
    name: 'gatehouse/layers/rooms',
    plugins: { boundaries },
    settings: {
      'boundaries/elements': LAYERS,
      'boundaries/files': FILES,
      'boundaries/files-single-match': true,
      'boundaries/root-path': import.meta.dirname,
      'import/resolver': { typescript: { project: import.meta.dirname } },
    },
    rules: { 'boundaries/no-unknown-files': 'error' },
  },
  {
    name: 'gatehouse/layers/arrows',
    files: CODE,
    ignores: FREE,
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          checkInternals: true,
          message: '{{from.file.path}} may not import {{to.file.path}}: imports point down only.',
          policies: ARROWS,
        },
      ],
    },
  },
];

/* ---- Syntax: what a kind of file must and must not say -------------------------------------- */

/** Reports what its selectors match: no-restricted-syntax, once a subject, so that they add up. */
const restrict = {
  meta: { schema: { type: 'array' } },
  create: (context) =>
    Object.fromEntries(
      context.options.map(([selector, message]) => [
        selector,
        (node) => context.report({ node, message }),
      ]),
    ),
};

const EXPORT = 'ExportNamedDeclaration[exportKind!="type"]';
const EXPORTED_FUNCTION = `${EXPORT} > FunctionDeclaration`;
const EXPORTED_VARIABLE = `${EXPORT} > VariableDeclaration > VariableDeclarator`;
const OTHER_EXPORT = `${EXPORT} > :matches(ExportSpecifier[exportKind!="type"], ClassDeclaration, TSEnumDeclaration), ExportAllDeclaration[exportKind!="type"]`;
const IMPORT =
  ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression)';
const NAMED = ':matches(FunctionDeclaration, VariableDeclarator, ClassDeclaration)';

const source = (pattern) => `[source.value=/${pattern.replaceAll('/', '\\u002f')}/]`;
const callOf = (names, at = '') =>
  `${at && `[${at}.type="CallExpression"]`}[${at && `${at}.`}callee.name=/^(${names})$/]`;

/** Keeps a namesake from passing for one of `names`, which `module` alone exports. */
const genuine = (names, module) => [
  [`${NAMED}[id.name=/^(${names})$/]`, `This name belongs to ${module}.`],
  [
    `ImportDeclaration:not(${source(`^@/${module}$`)}) > ImportSpecifier[local.name=/^(${names})$/]`,
    `Import this name from @/${module}.`,
  ],
];

/** Every export a call of one of the wrappers. */
const wrapped = (names, module, exported, message) => [
  [`${EXPORT} > FunctionDeclaration${exported}`, message],
  [`${EXPORTED_VARIABLE}${exported}:not(${callOf(names, 'init')})`, message],
  [`${EXPORTED_VARIABLE}[id.type!="Identifier"], ${OTHER_EXPORT}`, message],
  ...genuine(names, module),
];

const USE_SERVER = 'ExpressionStatement[directive="use server"]';
const USE_CLIENT = 'Program:has(> ExpressionStatement[directive="use client"])';
// Made by accessCommand, it has both from there.
const COMMAND = `:matches(${EXPORTED_FUNCTION}, ${EXPORTED_VARIABLE}):not(${callOf('accessCommand', 'init')})`;
const ACTIONS = '(public|session|step|cabinet|admin)Action';
const PAGES = '(public|step|cabinet|admin)Page';
const ROUTES = '(public|session|cabinet|admin)Route';
const METHODS = '[id.name=/^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/]';
const SAFE = BROWSER_SAFE.map((name) => name.replace('*', '[\\w-]+')).join('|');

const SUBJECTS = {
  commands: {
    files: ['lib/**/commands.ts'],
    ignores: ['lib/audit/commands.ts'],
    never: [
      [
        `${COMMAND}:not(:has(CallExpression${callOf('record|recordSet')}))`,
        'A command writes its audit row in its own transaction: call record() or recordSet().',
      ],
      [
        `${COMMAND}:not(:has(CallExpression${callOf('assertCan')}))`,
        'A command checks the right of its actor: call assertCan().',
      ],
      [OTHER_EXPORT, 'Export commands where they are declared.'],
      ...genuine('record|recordSet', 'lib/audit/commands'),
      ...genuine('assertCan', 'lib/access/assert'),
      ...genuine('accessCommand', 'lib/lifecycle/access-command'),
    ],
  },
  actions: {
    files: ['app/**/actions.{ts,tsx,js,jsx}'],
    never: [
      [`Program:not(:has(> ${USE_SERVER}))`, "Begin with 'use server'."],
      [
        `BlockStatement > ${USE_SERVER}`,
        'Only the file is marked, and its exports are the actions.',
      ],
      ...wrapped(
        ACTIONS,
        'lib/auth/action',
        '',
        'An action is made by publicAction, sessionAction, stepAction, cabinetAction or adminAction.',
      ),
    ],
  },
  'actions-elsewhere': {
    files: CODE,
    ignores: ['app/**/actions.{ts,tsx,js,jsx}'],
    never: [[USE_SERVER, 'Server actions live in app/**/actions.ts, where each is wrapped.']],
  },
  pages: {
    files: ['app/**/page.{ts,tsx,js,jsx}'],
    never: [
      [
        `ExportDefaultDeclaration:not(${callOf(PAGES, 'declaration')}), ExportSpecifier[exported.name="default"]`,
        'A page is made by publicPage, stepPage, cabinetPage or adminPage.',
      ],
      ...genuine(PAGES, 'lib/auth/page'),
    ],
  },
  routes: {
    files: ['app/**/route.{ts,tsx,js,jsx}'],
    // next-auth makes its own.
    ignores: ['app/api/auth/\\[...nextauth\\]/route.ts'],
    never: wrapped(
      ROUTES,
      'lib/auth/route',
      METHODS,
      'A handler is made by publicRoute, sessionRoute, cabinetRoute or adminRoute.',
    ),
  },
  settings: {
    files: CODE,
    // Next itself replaces process.env.NEXT_RUNTIME in instrumentation.ts when it builds.
    ignores: [...FREE, 'lib/core/env.ts', 'instrumentation.ts'],
    never: [
      [
        ':matches(MemberExpression[object.name="process"], MemberExpression[object.property.name="process"]):matches([property.name="env"], [property.value="env"])',
        'Only lib/core/env.ts reads process.env.',
      ],
      [
        `VariableDeclarator[init.name="process"] > ObjectPattern, ${IMPORT}${source('^(node:)?process$')}`,
        'Only lib/core/env.ts reads process.env.',
      ],
    ],
  },
  injection: {
    files: CODE,
    never: [
      [
        ':matches(Identifier[name=/^.(query|execute)RawUnsafe$/], Literal[value=/^.(query|execute)RawUnsafe$/])',
        'SQL is a tagged template, its values are parameters.',
      ],
      [
        ':matches(Identifier, JSXIdentifier)[name="dangerouslySetInnerHTML"], Literal[value="dangerouslySetInnerHTML"]',
        'Markup is made by React, which escapes it.',
      ],
    ],
  },
  clock: {
    files: ['lib/**'],
    ignores: [...FREE, 'lib/core/clock.ts'],
    never: [
      [
        'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"], MemberExpression[object.name="Date"][property.name="now"]',
        'Ask now() of lib/core/clock for the time.',
      ],
    ],
  },
  client: {
    files: CODE,
    never: [
      [
        `${USE_CLIENT} ${IMPORT}[importKind!="type"][exportKind!="type"]${source(`^(@|(\\.\\./)*\\.\\.)/lib/(?!(${SAFE})$)`)}`,
        'A client component imports only browser-safe files of lib.',
      ],
    ],
  },
  exports: {
    files: CODE,
    never: [
      [
        'ExportAllDeclaration, ExportNamedDeclaration[source]',
        'No barrels: import from where it is.',
      ],
    ],
  },
  'default-export': {
    ignores: [
      'app/**/{page,layout,template,loading,error,global-error,not-found,global-not-found,default,forbidden,unauthorized,icon,apple-icon,opengraph-image,twitter-image,sitemap,robots,manifest}.{ts,tsx}',
      '*.config.{ts,mjs}',
      '{e2e,tests}/**/global*.ts',
    ],
    never: [
      ['ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]', 'Export by name.'],
    ],
  },
};

const syntax = [
  {
    name: 'gatehouse/syntax',
    plugins: {
      gatehouse: {
        rules: Object.fromEntries(Object.keys(SUBJECTS).map((subject) => [subject, restrict])),
      },
    },
  },
  ...Object.entries(SUBJECTS).map(([subject, { never, ...where }]) => ({
    name: `gatehouse/${subject}`,
    ...where,
    rules: { [`gatehouse/${subject}`]: ['error', ...never] },
  })),
];

/* ---- All together --------------------------------------------------------------------------- */

// Next's rules are about its pages; one resolver, ours, where the preset brings an older one.
const next = nextVitals
  .filter(({ rules }) => rules)
  .map(({ settings, languageOptions: _babel, ...preset }) => ({
    ...preset,
    files: ['{app,components}/**/*.{ts,tsx}'],
    ...(settings && { settings: { react: settings.react } }),
  }));

export default defineConfig([
  globalIgnores(['.next/', '.next-*/', '.cache/', '.data/', 'lib/generated/', 'next-env.d.ts']),
  { files: ['**/*.{mjs,ts,tsx}'], languageOptions: { parser: tseslint.parser } },
  ...next,
  {
    name: 'gatehouse/next',
    files: ['{app,components}/**/*.{ts,tsx}'],
    rules: {
      // Photos are served authorised, never through next/image (security 41).
      '@next/next/no-img-element': 'off',
      // Whoever lost their session leaves with a full load, so that nothing of it stays.
      '@next/next/no-location-assign-relative-destination': 'off',
    },
  },
  {
    name: 'gatehouse/types',
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Code points are what a password is counted in.
      '@typescript-eslint/no-misused-spread': [
        'error',
        { allow: [{ from: 'lib', name: 'string' }] },
      ],
      // Takes what may change across an await, or come from outside, for certain.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      // A promise is often what the caller asks for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
    },
  },
  { files: FREE, rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  ...layers,
  ...syntax,
  // No exceptions by comment in what runs in production.
  { files: CODE, linterOptions: { noInlineConfig: true } },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { rules: { eqeqeq: 'error' } },
]);
