import { Badge } from '@/components/ui/badge';
import { FieldError } from '@/components/form/field-error';
import type { ActionState } from '@/lib/core/action-state';
import type { AssignmentRow, RoleChoice } from '@/lib/contracts/assignments/queries';
import { FIELDS, fieldName, type FieldName } from '@/lib/contracts/assignments/policy';
import { CellField } from './cell-field';
import { rowAfter } from './form-values';

/** A row, what of it may be changed, and what it is called here: the person's name or the number. */
export type EditableRow = AssignmentRow & {
  editable: readonly FieldName[];
  title: string;
  detail: string;
};

type AssignmentFieldsProps = {
  formId: string;
  row: EditableRow;
  roles: RoleChoice[];
  state: ActionState;
};

const seenOf = (row: EditableRow) => ({
  contractId: row.contractId,
  userId: row.userId,
  party: row.party,
  roleId: row.roleId,
  isActive: row.isActive,
  threshold: row.threshold,
  emailSetting: row.emailSetting,
  isApprover: row.isApprover,
  isNamedManager: row.isNamedManager,
  version: row.version,
});

const COLUMNS =
  'grid grid-cols-6 items-start gap-x-3 gap-y-2 md:grid-cols-4 ' +
  'xl:grid-cols-[minmax(9rem,1.4fr)_6.5rem_minmax(8rem,1.2fr)_9.5rem_8rem_4rem_5rem_6.5rem]';

/** One assignment as a row of fields; what may not be changed is text. */
export function AssignmentFields({ formId, row, roles, state }: AssignmentFieldsProps) {
  const { seen, shown, isOvertaken } = rowAfter(state, seenOf(row));
  const rowName = fieldName('row', row);
  const messages = [rowName, ...FIELDS.map((name) => fieldName(name, row))].flatMap((name) => {
    const message = state.fields?.[name];
    return message ? [{ name, message }] : [];
  });
  const isRefused = state.fields?.[rowName] !== undefined;
  return (
    <fieldset
      id={`${formId}-${rowName}`}
      tabIndex={-1}
      aria-describedby={isRefused ? `${formId}-${rowName}-error` : undefined}
      // What somebody else saved takes the place of what was not touched here.
      key={isOvertaken ? `overtaken ${seen.version}` : 'opened'}
      className="px-4 py-3 outline-none first:rounded-t-lg last:rounded-b-lg focus-within:bg-hover"
    >
      <legend className="sr-only">{row.title}</legend>
      {row.editable.length > 0 ? (
        <input type="hidden" name={fieldName('seen', row)} value={JSON.stringify(seen)} />
      ) : null}
      <div className={COLUMNS}>
        <div className="col-span-full min-w-0 xl:col-span-1 xl:pt-1">
          <p aria-hidden className="truncate font-medium" title={row.title}>
            {row.title}
          </p>
          <p className="truncate text-sm text-muted" title={row.detail}>
            {row.detail}
          </p>
          {row.isArchived ? <Badge>Archived</Badge> : null}
        </div>
        {FIELDS.map((name) => (
          <CellField
            key={name}
            formId={formId}
            name={name}
            row={row}
            value={shown[name]}
            roles={roles}
            isEditable={row.editable.includes(name)}
            message={state.fields?.[fieldName(name, row)]}
          />
        ))}
      </div>
      {messages.map(({ name, message }) => (
        <FieldError key={name} id={`${formId}-${name}-error`} message={message} />
      ))}
    </fieldset>
  );
}
