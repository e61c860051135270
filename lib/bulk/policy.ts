import { holds, type Holder, type Permission } from '@/lib/access/rights';
import { BULK_FIELDS, type BulkField } from './schema';

const NEEDS: Partial<Record<BulkField, Permission>> = {
  active: 'users.deactivate',
  locked: 'users.lock',
  password: 'users.set-password',
  'two-factor': 'users.two-factor',
  sessions: 'users.end-sessions',
  staff: 'rights.grant',
};

/** The fields somebody may change in a mass update; the change itself is checked again. */
export const fieldsFor = (holder: Holder): BulkField[] =>
  BULK_FIELDS.filter((field) => holds(holder, NEEDS[field] ?? 'users.update'));
