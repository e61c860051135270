import { Field } from '@/components/form/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';

type NewEndFieldsProps = {
  /** Of one person, whose has passed; else of those whose has. */
  passed?: string;
};

/** A last day instead of one that has passed: whoever is activated after it would stay out. */
export function NewEndFields({ passed }: NewEndFieldsProps) {
  return (
    <>
      <Field
        label={passed ? 'End date' : 'Where the end date has passed'}
        name="end"
        required={Boolean(passed)}
        hint={
          passed
            ? `It was ${passed} and has passed: choose a new one, or none.`
            : 'Only when activating; the end dates of others stay as they are.'
        }
      >
        <Select defaultValue="">
          <option value="">{passed ? 'Choose…' : 'Leave these users out'}</option>
          <option value="set">A new end date</option>
          <option value="none">No end date</option>
        </Select>
      </Field>
      <Field label="New end date" name="day" hint="The last day with access.">
        <Input type="date" />
      </Field>
    </>
  );
}
