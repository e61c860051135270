#!/usr/bin/env node
// Prisma's CLI expects its schema engine as a downloaded binary. This is the same engine, built
// to WebAssembly and shipped on npm, behind the protocol the CLI speaks with the binary:
// JSON-RPC, one object a line, on stdin and stdout. prisma.config.ts names this file.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { parseIntoClientConfig } from 'pg-connection-string';

const CHAR_OID = 18; // the catalog's one-byte "char", which the adapter does not know
const BPCHAR_OID = 1042;
const RENAMED = { getDatabaseVersion: 'version' };

const { values: options, positionals } = parseArgs({
  options: {
    datamodels: { type: 'string', multiple: true },
    datasource: { type: 'string' },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
  },
  allowPositionals: true,
});
const { url } = JSON.parse(options.datasource ?? '{}');
// Taken apart, because a connection string would win over the shadow database's name.
const connection = url ? parseIntoClientConfig(url) : {};

/** Mends what the adapter does to the engine's own queries: scripts cut at ';', "char" unknown. */
function mend(adapter) {
  const { performIO, queryRaw } = adapter;
  adapter.executeScript = async (script) => void (await adapter.client.query(script));
  adapter.queryRaw = async (query) => {
    let chars = [];
    adapter.performIO = async (sql) => {
      const result = await performIO.call(adapter, sql);
      chars = result.fields.map((field) => field.dataTypeID === CHAR_OID);
      result.fields.forEach((field, i) => chars[i] && (field.dataTypeID = BPCHAR_OID));
      return result;
    };
    const result = await queryRaw.call(adapter, query);
    const columnTypes = result.columnTypes.map((type, i) =>
      chars[i] ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
  return adapter;
}

/** A database of its own to replay migrations in; gone, connections first, when it is disposed of. */
async function connectToShadow() {
  const database = `shadow_${randomUUID()}`;
  const owner = new pg.Pool({ ...connection, max: 1 });
  await owner.query(`CREATE DATABASE "${database}"`);
  const adapter = await new PrismaPg({ ...connection, database }).connect();
  const { dispose } = adapter;
  adapter.dispose = async () => {
    await dispose.call(adapter);
    await owner.query(`DROP DATABASE "${database}" WITH (FORCE)`);
    await owner.end();
  };
  return mend(adapter);
}

function adapterFactory() {
  const factory = new PrismaPg(connection);
  return bindMigrationAwareSqlAdapterFactory({
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => mend(await factory.connect()),
    connectToShadowDb: connectToShadow,
  });
}

const send = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

async function loadEngine() {
  let panic = '';
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => (panic = message) };
  process.on('uncaughtException', (error) => {
    console.error(panic || error.stack);
    process.exit(101);
  });
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasmFile = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm')
    .replace(/\.js$/, '_bg.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(wasmFile), {
    './schema_engine_bg.js': bindings,
  });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const datamodels =
    options.datamodels &&
    (await Promise.all(
      options.datamodels.map(async (file) => [file, await readFile(file, 'utf8')]),
    ));
  return bindings.SchemaEngine.new({ datamodels }, () => {}, adapterFactory());
}

async function answer(engine, { id, method, params }) {
  try {
    const result = await engine[RENAMED[method] ?? method](params);
    if (method === 'diff') {
      send({
        jsonrpc: '2.0',
        id: `print-${id}`,
        method: 'print',
        params: { content: result.stdout ?? '' },
      });
      return { jsonrpc: '2.0', id, result: { exitCode: result.exitCode } };
    }
    return { jsonrpc: '2.0', id, result: result ?? {} };
  } catch (error) {
    const { code, message, meta } = error;
    const data = { is_panic: false, message, error_code: code ?? null, meta: meta ?? {} };
    return { jsonrpc: '2.0', id, error: { code: 4466, message, data } };
  }
}

async function serve() {
  const engine = await loadEngine();
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    if (request.method) send(await answer(engine, request));
  }
  process.exit(0);
}

async function canConnect() {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    await client.end();
    console.log('Connection successful');
  } catch (error) {
    const reason = { is_panic: false, message: error.message, error_code: 'P1001', meta: {} };
    console.error(JSON.stringify({ level: 'ERROR', fields: reason }));
    process.exit(1);
  }
}

await (positionals.includes('can-connect-to-database') ? canConnect() : serve());
