import path from 'node:path';
import { defineConfig } from 'prisma/config';

// The schema engine ships with us (scripts/schema-engine.mjs), so that no binary is downloaded.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.resolve(
  import.meta.dirname,
  'scripts/schema-engine.mjs',
);

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  // `prisma generate` needs no database; everything else fails clearly without a real one.
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://unset:unset@127.0.0.1:1/unset' },
});
