import { randomUUID } from 'node:crypto';
import { sql } from '@/tests/sql';
import { failedMail } from '../mail';
import { exists, type Deeds } from './deed';

/** What administrators do with companies, mail and settings. */
export const OF_THE_HOUSE: Deeds = {
  'app/admin/organisation/actions.ts#createCompanyAction': async () => {
    const name = `New ${randomUUID()}`;
    return {
      fields: { name, timeZone: 'UTC' },
      happened: exists('companies WHERE name = $1', [name]),
    };
  },
  'app/admin/organisation/actions.ts#updateCompanyAction': async ({ company }) => {
    const name = `Renamed ${randomUUID()}`;
    const [row] = await sql<{ version: number }>('SELECT version FROM companies WHERE id = $1', [
      company.id,
    ]);
    return {
      fields: { companyId: company.id, version: String(row?.version), name, timeZone: 'UTC' },
      happened: exists('companies WHERE name = $1', [name]),
    };
  },
  'app/admin/organisation/actions.ts#setControlWordAction': async ({ company }) => {
    const word = `lantern ${randomUUID()}`;
    return {
      fields: { companyId: company.id, word, repeat: word },
      happened: exists('companies WHERE id = $1 AND control_word_hash IS NOT NULL', [company.id]),
    };
  },
  'app/admin/exports/actions.ts#cancelExportAction': async ({ person }) => {
    const [owner, id] = [person?.id ?? randomUUID(), randomUUID()];
    await sql(
      "INSERT INTO exports (owner_id, id, name, format, total) VALUES ($1, $2, 'Users', 'csv', 1)",
      [owner, id],
    );
    return {
      fields: { exportId: id },
      happened: exists('exports WHERE id = $1 AND cancelled_at IS NOT NULL', [id]),
    };
  },
  'app/admin/mail/actions.ts#retryMailAction': async ({ company }) => {
    const { id } = await failedMail(company);
    return {
      fields: { mailId: id },
      happened: exists(`mails WHERE id = $1 AND state <> 'failed'`, [id]),
    };
  },
  // A longer longest session takes nothing from the tests beside this one.
  'app/admin/settings/actions.ts#updateSettingsAction': async () => {
    const [row] = await sql<{ version: number }>('SELECT version FROM settings');
    const version = Number(row?.version);
    return {
      fields: {
        idleMinutes: '60',
        absoluteHours: '24',
        absoluteMinutes: '1',
        passwordMinimum: '8',
        dormantAfterDays: '90',
        version: String(version),
      },
      happened: exists('settings WHERE version > $1', [version]),
    };
  },
};
