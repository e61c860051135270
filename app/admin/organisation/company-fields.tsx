import { Field } from '@/components/form/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { TIME_ZONES } from '@/lib/organisation/time-zones';

type CompanyFieldsProps = { company?: { name: string; timeZone: string } };

/** Name and time zone of a company. */
export function CompanyFields({ company }: CompanyFieldsProps) {
  const present = company?.timeZone ?? 'UTC';
  const zones = TIME_ZONES.includes(present) ? TIME_ZONES : [present, ...TIME_ZONES];
  return (
    <>
      <Field label="Name" name="name" required>
        <Input autoComplete="off" defaultValue={company?.name ?? ''} autoFocus />
      </Field>
      <Field
        label="Time zone"
        name="timeZone"
        required
        hint="Start and end dates of its people begin and end at midnight there."
      >
        <Select defaultValue={present}>
          {zones.map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </Select>
      </Field>
    </>
  );
}
