import type { Actor } from '@/lib/core/actor';
import { fieldsFor } from '@/lib/contracts/assignments/policy';
import type { AssignmentRow } from '@/lib/contracts/assignments/queries';
import type { EditableRow } from './assignment-fields';
import type { About } from './columns';

/** The rows with what the actor may change of each: of an archived contract nothing. */
export const editableRows = (actor: Actor, about: About, rows: AssignmentRow[]): EditableRow[] =>
  rows.map((row) => ({
    ...row,
    editable: row.isArchived ? [] : fieldsFor(actor, row),
    title: about === 'contract' ? row.name : row.number,
    detail: about === 'contract' ? (row.company ?? row.email) : row.contractName,
  }));
