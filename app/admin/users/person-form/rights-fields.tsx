import { Field } from '@/components/form/field';
import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';
import { RIGHT_LABELS, type AdminRight } from '@/lib/access/rights';
import type { PersonState } from '@/lib/people/schema';
import { FormGroup } from './form-group';

type RightsFieldsProps = { rights: AdminRight[]; state?: PersonState };

/** Staff status and the right that comes with it; only what the administrator may grant. */
export function RightsFields({ rights, state }: RightsFieldsProps) {
  return (
    <FormGroup title="Administration">
      {state ? <input type="hidden" name="withRights" value="on" /> : null}
      <Checkbox
        name="isStaff"
        label="Staff"
        hint="May open the administration area. What they may do there follows from the right."
        defaultChecked={state?.isStaff}
      />
      <Field label="Administration right" name="right">
        <Select defaultValue={state?.right ?? ''}>
          <option value="">None</option>
          {rights.map((right) => (
            <option key={right} value={right}>
              {RIGHT_LABELS[right]}
            </option>
          ))}
        </Select>
      </Field>
    </FormGroup>
  );
}
