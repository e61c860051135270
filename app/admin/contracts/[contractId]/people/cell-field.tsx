import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { ASSIGNMENT_LABELS, EMAIL_LABELS, PARTY_LABELS } from '@/lib/contracts/assignments/labels';
import {
  EMAIL_SETTINGS,
  fieldName,
  PARTIES,
  thresholdText,
  type FieldName,
} from '@/lib/contracts/assignments/policy';
import type { AssignmentRow, RoleChoice } from '@/lib/contracts/assignments/queries';

const TICKS: readonly FieldName[] = ['isActive', 'isApprover', 'isNamedManager'];

type CellFieldProps = {
  formId: string;
  name: FieldName;
  row: AssignmentRow;
  value: string | number | boolean;
  roles: RoleChoice[];
  isEditable: boolean;
  message: string | undefined;
};

/** One field of an assignment with its label: a control, or text. What is wrong is said below the row. */
export function CellField(props: CellFieldProps) {
  const { formId, name, row, isEditable, message } = props;
  const field = fieldName(name, row);
  const id = `${formId}-${field}`;
  const label = name === 'threshold' ? `Threshold, ${row.currency}` : ASSIGNMENT_LABELS[name];
  // On narrow screens two fields a line, or three ticks.
  const place = cn('min-w-0 md:col-span-1', TICKS.includes(name) ? 'col-span-2' : 'col-span-3');
  if (!isEditable) {
    return (
      <div className={place}>
        <p className="mb-1 text-xs text-muted">{label}</p>
        <p className="truncate">{textOf(props)}</p>
      </div>
    );
  }
  const wiring = {
    id,
    name: field,
    'aria-describedby': message ? `${id}-error` : undefined,
    'aria-invalid': message ? true : undefined,
  };
  return (
    <div className={place}>
      <label htmlFor={id} className="mb-1 block text-xs text-muted">
        {label}
      </label>
      {controlOf(props, wiring)}
    </div>
  );
}

type Wiring = Pick<ComponentProps<'input'>, 'id' | 'name' | 'aria-describedby' | 'aria-invalid'>;

function controlOf({ name, value, row, roles }: CellFieldProps, wiring: Wiring): ReactNode {
  if (name === 'threshold') {
    return (
      <Input {...wiring} inputMode="decimal" defaultValue={String(value)} className="text-right" />
    );
  }
  if (typeof value === 'boolean') {
    return (
      <>
        {/* Not ticked is said as well: a field that is not there stays as it is. */}
        <input type="hidden" name={wiring.name} value="off" />
        <span className="flex h-9 items-center">
          <Checkbox {...wiring} value="on" defaultChecked={value} />
        </span>
      </>
    );
  }
  return (
    <Select {...wiring} defaultValue={String(value)}>
      {optionsOf(name, row, roles).map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </Select>
  );
}

function optionsOf(name: FieldName, row: AssignmentRow, roles: RoleChoice[]): [string, string][] {
  if (name === 'party') return PARTIES.map((party) => [String(party), PARTY_LABELS[party]]);
  if (name === 'emailSetting') return EMAIL_SETTINGS.map((one) => [one, EMAIL_LABELS[one]]);
  const known = roles.some(({ id }) => id === row.roleId);
  const all = known ? roles : [{ id: row.roleId, name: row.role }, ...roles];
  return all.map((role) => [role.id, role.name]);
}

function textOf({ name, row }: CellFieldProps): string {
  if (name === 'party') return PARTY_LABELS[row.party];
  if (name === 'roleId') return row.role;
  if (name === 'threshold') return thresholdText(row.threshold, row.currency);
  if (name === 'emailSetting') return EMAIL_LABELS[row.emailSetting];
  return row[name] ? 'Yes' : 'No';
}
