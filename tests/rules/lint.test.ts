import path from 'node:path';
import { ESLint, type Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { beforeAll, expect, test } from 'vitest';
import { LAYERS, ROOMS } from './layers';
import type { Planted } from './planted';
import { SYNTAX } from './syntax';

const root = path.resolve(import.meta.dirname, '../..');

// Rules that ask for types need files that exist; ours do not.
const eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] });

/** Which of the house rules a text breaks that would stand at a path; nothing is written. */
async function broken(text: string, filePath: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: path.join(root, filePath) });
  if (!result) throw new Error(`${filePath} is not linted`);
  const found = result.messages.flatMap(({ fatal, message, ruleId }) => {
    if (fatal) return message;
    return ruleId && /^(boundaries|gatehouse)\//.test(ruleId) ? ruleId : [];
  });
  return [...new Set(found)];
}

const PLANTED: Record<string, Planted[]> = {
  'boundaries/dependencies': LAYERS,
  'boundaries/no-unknown-files': ROOMS,
  ...Object.fromEntries(
    Object.entries(SYNTAX).map(([subject, planted]) => [`gatehouse/${subject}`, planted]),
  ),
};
const rows = Object.entries(PLANTED).flatMap(([rule, planted]) =>
  planted.map((row) => ({ rule, ...row })),
);

// The plugins take their time to load, once.
beforeAll(async () => {
  await broken('', 'proxy.ts');
}, 60_000);

test.each(rows)('$rule: $what', async ({ rule, path: filePath, wrong, right, twinPath }) => {
  expect(await broken(wrong, filePath)).toEqual([rule]);
  expect(await broken(right, twinPath ?? filePath)).toEqual([]);
});

test('every subject is planted', async () => {
  const { plugins } = (await eslint.calculateConfigForFile('proxy.ts')) as Linter.Config;
  expect(Object.keys(SYNTAX)).toEqual(Object.keys(plugins?.gatehouse?.rules ?? {}));
});
