import { Field } from '@/components/form/field';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import {
  DATES_LABELS,
  EMPLOYMENT_LABELS,
  FILTER_LABELS,
  USER_STATUS_LABELS,
} from '@/lib/users/labels';
import { EMPLOYMENTS, USER_STATUSES, type UserListQuery } from '@/lib/users/schema';

type FieldsProps = { query: UserListQuery };

/** What somebody is, each tick narrowing further. */
export const StatusFields = ({ query }: FieldsProps) => (
  <fieldset>
    <legend className="mb-1.5 font-medium">{FILTER_LABELS.status}</legend>
    <div className="grid grid-cols-2 gap-x-4">
      {USER_STATUSES.map((status) => (
        <Checkbox
          key={status}
          name="status"
          value={status}
          label={USER_STATUS_LABELS[status]}
          defaultChecked={query.status?.includes(status) ?? false}
        />
      ))}
    </div>
  </fieldset>
);

const Day = ({ value }: { value: string | undefined }) => (
  <Input type="date" min="1900-01-01" max="2999-12-31" defaultValue={value} />
);

/** From when to when somebody has access, and since when they were not seen. */
export const DateFields = ({ query }: FieldsProps) => (
  <>
    <Field label={FILTER_LABELS.employment} name="employment">
      <Select defaultValue={query.employment ?? ''}>
        <option value="">Any</option>
        {EMPLOYMENTS.map((value) => (
          <option key={value} value={value}>
            {EMPLOYMENT_LABELS[value]}
          </option>
        ))}
      </Select>
    </Field>
    <fieldset className="grid grid-cols-2 gap-x-3 gap-y-4">
      <legend className="sr-only">Dates</legend>
      <div className="col-span-2">
        <Field label={FILTER_LABELS.dates} name="dates">
          {/* The start is what is asked about unless something else is said. */}
          <Select defaultValue={query.dates === 'end' ? 'end' : ''}>
            <option value="">{DATES_LABELS.start}</option>
            <option value="end">{DATES_LABELS.end}</option>
          </Select>
        </Field>
      </div>
      <Field label={FILTER_LABELS.from} name="from">
        <Day value={query.from} />
      </Field>
      <Field label={FILTER_LABELS.to} name="to">
        <Day value={query.to} />
      </Field>
    </fieldset>
    <Field
      label={FILTER_LABELS.idleSince}
      name="idleSince"
      hint="Nobody who was active on that day or later; who never was, is in."
    >
      <Day value={query.idleSince} />
    </Field>
  </>
);
