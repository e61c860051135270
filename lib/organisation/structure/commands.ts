import 'server-only';
import { assertCan } from '@/lib/access/assert';
import { actorTransaction } from '@/lib/access/standing';
import { record } from '@/lib/audit/commands';
import type { Actor } from '@/lib/core/actor';
import type { Transaction } from '@/lib/core/db';
import { conflict, notFound } from '@/lib/core/errors';
import { countText, PART_LABELS, peopleText } from '../labels';
import type { NewPart, PartKind, PartRename, PlaceToDelete } from '../schema';
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
 * Creates a department, position, role or group; returns its id. Refuses a name that its parent
 * has already, whatever its case; 404 for a parent outside the scope.
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

/** How many people are in it; nobody can join while it is held. */
async function peopleIn(tx: Transaction, { kind, id }: PlaceToDelete): Promise<number> {
  return tx.user.count({
    where: kind === 'department' ? { departmentId: id } : { positionId: id },
  });
}

/** Deletes the positions of a department; returns their names. */
async function deletePositions(tx: Transaction, departmentId: string): Promise<string[]> {
  const gone = await tx.$queryRaw<{ name: string }[]>`
    DELETE FROM positions WHERE department_id = ${departmentId}::uuid RETURNING name`;
  return gone.map(({ name }) => name).sort();
}

/**
 * Deletes a position, or a department with its positions; returns to what it belonged. Refuses while
 * people are in it, and when it has other positions than were shown.
 */
export async function deletePlace(
  actor: Actor,
  input: PlaceToDelete,
): Promise<{ companyId: string | null; departmentId: string | null }> {
  const { kind, id } = input;
  assertCan(actor, 'structure.update');
  return actorTransaction({ actor }, async (tx) => {
    const { name, companyId, parentId } = await holdPart(tx, actor, kind, id);
    const people = await peopleIn(tx, input);
    if (people > 0) {
      throw conflict(`${peopleText(people)} hold it up: move them out of this ${kind} first.`);
    }
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
