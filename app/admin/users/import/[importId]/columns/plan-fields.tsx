import { Field } from '@/components/form/field';
import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';
import { DATE_ORDER_LABELS } from '@/lib/imports/labels';
import { DATE_ORDERS, type ImportPlan } from '@/lib/imports/schema';
import { PHONE_COUNTRIES } from '@/lib/imports/values/phone';
import { CompanyChoice } from './company-choice';

type PlanFieldsProps = {
  plan: ImportPlan;
  companies: { id: string; name: string }[];
  mayCreate: boolean;
};

const NAMES = new Intl.DisplayNames('en', { type: 'region' });
const COUNTRIES = PHONE_COUNTRIES.map((code) => ({ code, name: NAMES.of(code) ?? code })).sort(
  (one, other) => one.name.localeCompare(other.name, 'en'),
);

/** What the file does not say itself: whose people they are, and how to read what is not plain. */
export const PlanFields = ({ plan, companies, mayCreate }: PlanFieldsProps) => (
  <div className="grid gap-4 border-t pt-5">
    <Field
      label="Company of everybody"
      name="companyId"
      hint="Where a column names the company, leave this empty."
    >
      <CompanyChoice companies={companies} chosenId={plan.companyId} />
    </Field>
    <div className="grid gap-4 sm:grid-cols-2">
      <Field
        label="Order of dates"
        name="dateOrder"
        hint="Of dates with slashes that can be read in two ways."
      >
        <Select defaultValue={plan.dateOrder ?? ''}>
          <option value="">Not said: such rows are refused</option>
          {DATE_ORDERS.map((order) => (
            <option key={order} value={order}>
              {DATE_ORDER_LABELS[order]}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label="Country of phone numbers"
        name="country"
        hint="Of those written without one, such as 044 123 4567."
      >
        <Select defaultValue={plan.country ?? ''}>
          <option value="">Not said: such rows are refused</option>
          {COUNTRIES.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </div>
    <Checkbox
      name="groupsFromRoles"
      label="Apply groups from roles"
      hint="Whoever gets a platform role becomes a member of the groups it brings."
      defaultChecked={plan.groupsFromRoles}
    />
    {mayCreate ? (
      <Checkbox
        name="createMissing"
        label="Create missing departments and positions"
        hint="Otherwise rows are refused that name one the company does not have."
        defaultChecked={plan.createMissing}
      />
    ) : null}
  </div>
);
