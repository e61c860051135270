import { ActionForm } from '@/components/form/form';
import { Field } from '@/components/form/field';
import { Select } from '@/components/ui/select';
import { WAYS } from '@/lib/bulk/labels';
import type { BulkField } from '@/lib/bulk/schema';
import type { CompanyOffer } from '@/lib/organisation/choices';
import { previewRunAction } from '../actions';
import { ValueFields } from './value-fields';

type ValueFormProps = { listId: string; field: BulkField; offer?: CompanyOffer };

/** What to do with a field and, where it needs one, the value; leads to the preview. */
export function ValueForm({ listId, field, offer }: ValueFormProps) {
  return (
    <ActionForm
      action={previewRunAction}
      hidden={{ listId, field }}
      submitLabel="Preview"
      className="max-w-120"
    >
      <WayChoice ways={WAYS[field]} />
      <ValueFields field={field} offer={offer} />
    </ActionForm>
  );
}

const WayChoice = ({ ways }: { ways: Record<string, string> | undefined }) =>
  ways ? (
    <Field label="What to do" name="value" required>
      <Select defaultValue="">
        <option value="">Choose…</option>
        {Object.entries(ways).map(([way, label]) => (
          <option key={way} value={way}>
            {label}
          </option>
        ))}
      </Select>
    </Field>
  ) : null;
