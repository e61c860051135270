import path from 'node:path';
import { inject } from 'vitest';
import { freshDatabase } from '../database';

// Before any module of the application is loaded: each test file has a database to itself.
process.env.DATABASE_URL = await freshDatabase();
process.env.DATA_DIR = path.join(inject('dataDir'), 'files');
process.env.APP_URL = 'http://localhost:3000';
process.env.APP_SECRET = 'a secret for tests, of more than 32 characters';
process.env.ENCRYPTION_KEYS = `test:${Buffer.alloc(32, 7).toString('base64')}`;
process.env.LOG_LEVEL = 'silent';
