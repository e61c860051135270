import 'server-only';
import { isUniqueViolation, sqlState, type Prisma, type Transaction } from '@/lib/core/db';
import { conflict } from '@/lib/core/errors';

const FOREIGN_KEY = '23503'; // foreign_key_violation: where they would belong is gone

/**
 * Inserts the people that `source` selects, with their access: id, email, first_name, last_name,
 * phone, company_id, department_id, position_id, colour, start_date, end_date. They have no password
 * yet, so each completes their profile first. Returns how many; an e-mail taken, or a place
 * deleted meanwhile is a conflict.
 */
export async function insertPeople(tx: Transaction, source: Prisma.Sql): Promise<number> {
  try {
    const created = await tx.$executeRaw`
      INSERT INTO users (id, email, first_name, last_name, phone, company_id, department_id,
        position_id, colour)
      SELECT s.id, s.email, s.first_name, s.last_name, s.phone, s.company_id, s.department_id,
        s.position_id, s.colour FROM (${source}) AS s`;
    await tx.$executeRaw`
      INSERT INTO user_access (user_id, start_date, end_date, profile_completion_owed)
      SELECT s.id, s.start_date, s.end_date, true FROM (${source}) AS s`;
    return created;
  } catch (error) {
    if (isUniqueViolation(error)) {
      throw conflict('Somebody else created one of these e-mails just now. Check the file again.');
    }
    if (sqlState(error) !== FOREIGN_KEY) throw error;
    throw conflict('A department or position was deleted just now. Check the file again.');
  }
}
