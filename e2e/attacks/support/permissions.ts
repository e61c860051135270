import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { PERMISSION_LABELS } from '@/lib/access/labels';
import type { Permission } from '@/lib/access/rights';

// What pages, handlers and actions ask for, read from where they say it, so that nobody keeps a list.

const isPermission = (text: string): text is Permission => text in PERMISSION_LABELS;

const CODE = /^(app|lib)\//;
// What every command goes through, and what asks for nothing.
const BESIDE = /^lib\/(auth|core|audit|access|generated|excel|jobs)\/|\/(schema|labels)\.tsx?$/;

/** What a file declares at its top, and what its imports are: file and name. */
type Source = {
  declared: Map<string, ts.Node>;
  imported: Map<string, { file: string; name: string }>;
};

const sources = new Map<string, Source>();

/** The file of ours that an import means, if it is one. */
function resolved(from: string, specifier: string): string | undefined {
  if (!/^(@\/|\.)/.test(specifier)) return undefined;
  const base = specifier.startsWith('@/')
    ? specifier.slice(2)
    : path.join(path.dirname(from), specifier);
  return ['.ts', '.tsx'].map((end) => base + end).find((file) => fs.existsSync(file));
}

function read(file: string): Source {
  const known = sources.get(file);
  if (known) return known;
  const tree = ts.createSourceFile(
    file,
    fs.readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const source: Source = { declared: new Map(), imported: new Map() };
  sources.set(file, source);
  for (const statement of tree.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name) {
      source.declared.set(statement.name.text, statement);
    }
    if (ts.isVariableStatement(statement)) {
      for (const one of statement.declarationList.declarations) {
        if (ts.isIdentifier(one.name)) source.declared.set(one.name.text, one);
      }
    }
    if (ts.isExportAssignment(statement)) source.declared.set('default', statement);
    if (ts.isImportDeclaration(statement)) noteImports(source, file, statement);
  }
  return source;
}

function noteImports({ imported }: Source, from: string, statement: ts.ImportDeclaration) {
  const file = resolved(from, (statement.moduleSpecifier as ts.StringLiteral).text);
  const named = statement.importClause?.namedBindings;
  if (!file || !named || !ts.isNamedImports(named)) return;
  for (const { name, propertyName } of named.elements) {
    imported.set(name.text, { file, name: (propertyName ?? name).text });
  }
}

/** The permissions named in an expression: of its literals, and those of a choice between some. */
function literalsIn(node: ts.Node): Permission[] {
  if (ts.isStringLiteral(node)) return isPermission(node.text) ? [node.text] : [];
  const found: Permission[] = [];
  ts.forEachChild(node, (child) => void found.push(...literalsIn(child)));
  return found;
}

const called = (node: ts.CallExpression) =>
  ts.isIdentifier(node.expression) && node.expression.text;

/** What is asked for in a declaration itself: by assertCan(), or by the `permission` of a change. */
function askedIn(node: ts.Node): Permission[] {
  const found: Permission[] = [];
  const visit = (one: ts.Node) => {
    if (ts.isCallExpression(one) && called(one) === 'assertCan' && one.arguments[1]) {
      found.push(...literalsIn(one.arguments[1]));
    }
    if (ts.isPropertyAssignment(one) && one.name.getText() === 'permission') {
      found.push(...literalsIn(one.initializer));
    }
    ts.forEachChild(one, visit);
  };
  visit(node);
  return found;
}

/** The names that a declaration uses as values. */
function namesIn(node: ts.Node): Set<string> {
  const names = new Set<string>();
  const visit = (one: ts.Node): void => {
    if (ts.isTypeNode(one)) return;
    if (ts.isIdentifier(one)) names.add(one.text);
    if (ts.isPropertyAccessExpression(one)) visit(one.expression);
    else if (ts.isPropertyAssignment(one)) visit(one.initializer);
    else ts.forEachChild(one, visit);
  };
  visit(node);
  return names;
}

/** What is asked for on the way from a declaration down: the first to ask on each way counts. */
function askedFrom(file: string, name: string, seen = new Set<string>()): Permission[] {
  const place = `${file}#${name}`;
  if (seen.has(place) || !CODE.test(file) || BESIDE.test(file)) return [];
  seen.add(place);
  const { declared, imported } = read(file);
  const node = declared.get(name);
  if (!node) return [];
  const own = askedIn(node);
  if (own.length > 0) return own;
  return [...namesIn(node)].flatMap((used) => {
    const elsewhere = imported.get(used);
    if (elsewhere) return askedFrom(elsewhere.file, elsewhere.name, seen);
    return used === name ? [] : askedFrom(file, used, seen);
  });
}

/** The call of a wrapper by which a declaration is made, if it is made so. */
function madeBy(file: string, name: string, wrapper: string): ts.CallExpression | undefined {
  const node = read(file).declared.get(name);
  const made = node && (ts.isExportAssignment(node) ? node.expression : initializerOf(node));
  return made && ts.isCallExpression(made) && called(made) === wrapper ? made : undefined;
}

const initializerOf = (node: ts.Node) =>
  ts.isVariableDeclaration(node) ? node.initializer : undefined;

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** What a page or a handler asks for; undefined: it is none of the administration. */
export function askedAt(file: string): Permission[] | undefined {
  const made = file.endsWith('page.tsx')
    ? [madeBy(file, 'default', 'adminPage')]
    : METHODS.map((method) => madeBy(file, method, 'adminRoute'));
  const asked = made.flatMap((call) => call?.arguments[0] ?? []);
  return asked.length > 0 ? asked.flatMap(literalsIn) : undefined;
}

/** What an action asks for, `app/…/actions.ts#name`; undefined: it is none of the administration. */
export function askedBy(action: string): Permission[] | undefined {
  const [file = '', name = ''] = action.split('#');
  return madeBy(file, name, 'adminAction') && [...new Set(askedFrom(file, name))];
}
