import { Field } from '@/components/form/field';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import type { BulkField } from '@/lib/bulk/schema';

type CompanyChoiceProps = {
  listId: string;
  field: BulkField;
  companies: { id: string; name: string }[];
  chosen: string | undefined;
};

/** Which company's departments, groups, roles or quizzes to offer: a plain form, the answer in the address. */
export function CompanyChoice({ listId, field, companies, chosen }: CompanyChoiceProps) {
  return (
    <form action={`/admin/users/mass/${listId}`} className="flex items-end gap-2">
      <input type="hidden" name="field" value={field} />
      <div className="min-w-0 flex-1">
        <Field
          label="Company"
          name="company"
          hint="Users of several companies are selected; those of others are left as they are."
        >
          <Select key={chosen} defaultValue={chosen ?? ''}>
            {chosen ? null : <option value="">Choose a company…</option>}
            {companies.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Button type="submit" className="mb-6.5">
        Show
      </Button>
    </form>
  );
}
