import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/**
 * Another empty, migrated database, for a test that needs one untouched by its file's other tests.
 * Every test file already has one of its own behind DATABASE_URL. Returns its address.
 */
export async function freshDatabase(): Promise<string> {
  const template = new URL(inject('templateUrl'));
  const url = new URL(template);
  url.pathname = `/test_${randomUUID().replaceAll('-', '')}`;
  const admin = new URL(template);
  admin.pathname = '/postgres';
  const client = new pg.Client(admin.href);
  await client.connect();
  try {
    const [from, to] = [template, url].map(({ pathname }) => pathname.slice(1));
    await client.query(`CREATE DATABASE "${to}" TEMPLATE "${from}" STRATEGY FILE_COPY`);
  } finally {
    await client.end();
  }
  return url.href;
}
