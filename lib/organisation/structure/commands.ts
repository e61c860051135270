import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { actorTransaction } from '@/lib/access/standing';
import { record } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import type { Transaction } from '@/lib/core/db';
import { conflict, notFound } from '@/lib/core/errors';
import { countText, PART_LABELS, peopleText } from '../labels';
import type { NewPart, PartKind, PartRename, UnusedPart } from '../schema';
import { assertMayChange, holdPart, partError, PARTS } from './parts';

/** The company in which a part of this parent would be; null: an "other group". */
async function companyFor(tx: Transaction, kind: PartKind, parentId: string | null) {
  if (parentId === null) {
    if (kind !== 'group') throw notFound('What this belongs to');
    return null;
  }
  if (kind !== 'position') return parentId;
  const department = await tx.department.findUnique({
    where: { id: parentId },
    select: { companyId: true },
  });
  if (!department) throw notFound('This department');
  return department.companyId;
}

/**
 * Creates a part of a company; returns its id. Refuses a name that its parent has already, whatever
 * its case; 404 for a parent outside the scope.
 */
export async function createPart(actor: Actor, input: NewPart): Promise<string> {
  const { kind, parentId, name } = input;
  assertCan(actor, 'structure.update');
  const { table, parent } = PARTS[kind];
  try {
    return await actorTransaction({ actor }, async (tx) => {
      const companyId = await companyFor(tx, kind, parentId);
      assertMayChange(actor, companyId);
      const [created] = await tx.$queryRaw<{ id: string }[]>`
        INSERT INTO ${table} (${parent}, name) VALUES (${parentId}::uuid, ${name}) RETURNING id`;
      const subjectId = created?.id ?? null;
      await record(tx, actor, {
        action: `${kind}.created`,
        subjectType: kind,
        subjectId,
        companyId,
        after: { name },
      });
      return subjectId ?? '';
    });
  } catch (error) {
    throw partError(kind, error);
  }
}

/** Renames a part. A name that is no longer the one the editor saw is a conflict (security 62). */
export async function renamePart(actor: Actor, input: PartRename): Promise<void> {
  const { kind, id, from, name } = input;
  assertCan(actor, 'structure.update');
  try {
    await actorTransaction({ actor }, async (tx) => {
      const held = await holdPart(tx, actor, kind, id);
      if (held.name !== from) {
        throw conflict(
          `Somebody else renamed this ${PART_LABELS[kind]} meanwhile: it was “${from}” when you came and is now “${held.name}”. Load the page again to go on from there.`,
        );
      }
      await tx.$executeRaw`UPDATE ${PARTS[kind].table} SET name = ${name} WHERE id = ${id}::uuid`;
      await record(tx, actor, {
        action: `${kind}.renamed`,
        subjectType: kind,
        subjectId: id,
        companyId: held.companyId,
        before: { name: held.name },
        after: { name },
      });
    });
  } catch (error) {
    throw partError(kind, error);
  }
}

/** What keeps it from being deleted; nobody can come to use it while it is held. */
async function refusalOf(tx: Transaction, { kind, id }: UnusedPart): Promise<string | undefined> {
  if (kind === 'contract-role') {
    const uses = await tx.assignment.count({ where: { roleId: id } });
    return uses === 0
      ? undefined
      : `${countText(uses, 'assignment')} on contracts ${uses === 1 ? 'has' : 'have'} it: give them another role first.`;
  }
  const people = await tx.user.count({
    where: kind === 'department' ? { departmentId: id } : { positionId: id },
  });
  return people === 0
    ? undefined
    : `${peopleText(people)} hold it up: move them out of this ${kind} first.`;
}

/** Deletes the positions of a department; returns their names. */
async function deletePositions(tx: Transaction, departmentId: string): Promise<string[]> {
  const gone = await tx.$queryRaw<{ name: string }[]>`
    DELETE FROM positions WHERE department_id = ${departmentId}::uuid RETURNING name`;
  return gone.map(({ name }) => name).sort();
}

/**
 * Deletes a contract role, a position, or a department with its positions; returns to what it
 * belonged. Refuses while it is used, and when it has other positions than were shown.
 */
export async function deleteUnused(
  actor: Actor,
  input: UnusedPart,
): Promise<{ companyId: string | null; departmentId: string | null }> {
  const { kind, id } = input;
  assertCan(actor, 'structure.update');
  return actorTransaction({ actor }, async (tx) => {
    const { name, companyId, parentId } = await holdPart(tx, actor, kind, id);
    const refusal = await refusalOf(tx, input);
    if (refusal) throw conflict(refusal);
    const positions = kind === 'department' ? await deletePositions(tx, id) : [];
    if (positions.length !== input.positions) {
      throw conflict(
        `It has ${countText(positions.length, 'position')} now, and had ${input.positions} when you came. Load the page again to see them.`,
      );
    }
    await tx.$executeRaw`DELETE FROM ${PARTS[kind].table} WHERE id = ${id}::uuid`;
    await record(tx, actor, {
      action: `${kind}.deleted`,
      subjectType: kind,
      subjectId: id,
      companyId,
      before: { name, ...(positions.length > 0 && { positions }) },
    });
    return { companyId, departmentId: kind === 'position' ? parentId : null };
  });
}
