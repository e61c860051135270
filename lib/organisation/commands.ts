import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { actorTransaction } from '@/lib/access/standing';
import { record } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import { isUniqueViolation, sqlState, type Transaction } from '@/lib/core/db';
import { conflict, invalid, notFound } from '@/lib/core/errors';
import { contentsText, type Contents } from './labels';
import type { CompanyEdit, CompanyToDelete, NewCompany } from './schema';

const UNKNOWN_ZONE = '22023'; // invalid_parameter_value, from the check of the time zone

/** What the database refused, at its field. */
function fieldError(error: unknown): unknown {
  if (isUniqueViolation(error)) return invalid({ name: 'Another company has this name.' });
  if (sqlState(error) === UNKNOWN_ZONE) {
    return invalid({ timeZone: 'The database does not know this time zone; choose a near one.' });
  }
  return error;
}

/** Creates a company; returns its id. Refuses a name that is taken, whatever its case. */
export async function createCompany(actor: Actor, input: NewCompany): Promise<string> {
  assertCan(actor, 'companies.create');
  try {
    return await actorTransaction({ actor }, async (tx) => {
      const { id } = await tx.company.create({ data: input, select: { id: true } });
      await record(tx, actor, {
        action: 'company.created',
        subjectType: 'company',
        subjectId: id,
        companyId: id,
        after: input,
      });
      return id;
    });
  } catch (error) {
    throw fieldError(error);
  }
}

/** Changes name and time zone. 404 outside the scope; a stale version is a conflict. */
export async function updateCompany(actor: Actor, input: CompanyEdit): Promise<void> {
  const { companyId, version, ...after } = input;
  assertCan(actor, 'companies.update', { companyId });
  try {
    await actorTransaction({ actor }, async (tx) => {
      // Held, so that a conflict tells what is there now and not what was when we came.
      const [before] = await tx.$queryRaw<{ name: string; timeZone: string }[]>`
        SELECT name, time_zone AS "timeZone" FROM companies
        WHERE id = ${companyId}::uuid FOR NO KEY UPDATE`;
      if (!before) throw notFound('This company');
      const { count } = await tx.company.updateMany({
        where: { id: companyId, version },
        data: { ...after, version: { increment: 1 } },
      });
      if (count === 0) {
        throw conflict(
          `Somebody else changed this company meanwhile: it is now “${before.name}”, ${before.timeZone}. Load the page again to go on from there.`,
        );
      }
      await record(tx, actor, {
        action: 'company.updated',
        subjectType: 'company',
        subjectId: companyId,
        companyId,
        before,
        after,
      });
    });
  } catch (error) {
    throw fieldError(error);
  }
}

const contentsOf = async (tx: Transaction, companyId: string): Promise<Contents> => {
  const where = { companyId };
  const [people, departments, roles, groups, quizzes, contracts, contractRoles] = await Promise.all(
    [
      tx.user.count({ where }),
      tx.department.count({ where }),
      tx.platformRole.count({ where }),
      tx.accessGroup.count({ where }),
      tx.quiz.count({ where }),
      tx.contract.count({ where }),
      tx.contractRole.count({ where }),
    ],
  );
  return { people, departments, roles, groups, quizzes, contracts, contractRoles };
};

/** Deletes a company in which nothing is any more. Refuses one that is not empty, or was renamed. */
export async function deleteCompany(actor: Actor, input: CompanyToDelete): Promise<void> {
  const { companyId } = input;
  assertCan(actor, 'companies.delete', { companyId });
  await actorTransaction({ actor }, async (tx) => {
    // Held against all that would come to refer to it.
    const [company] = await tx.$queryRaw<{ name: string; timeZone: string }[]>`
      SELECT name, time_zone AS "timeZone" FROM companies
      WHERE id = ${companyId}::uuid FOR UPDATE`;
    if (!company) throw notFound('This company');
    if (company.name !== input.name) {
      throw conflict(
        `Somebody else renamed this company meanwhile: it was “${input.name}” when you came and is now “${company.name}”.`,
      );
    }
    const left = contentsText(await contentsOf(tx, companyId));
    if (left) throw conflict(`It is not empty: ${left}. Move or delete these first.`);
    await tx.company.delete({ where: { id: companyId } });
    await record(tx, actor, {
      action: 'company.deleted',
      subjectType: 'company',
      subjectId: companyId,
      companyId,
      before: company,
    });
  });
}
