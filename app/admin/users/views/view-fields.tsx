import { Field } from '@/components/form/field';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';

type ViewFieldsProps = {
  name?: string;
  isShared?: boolean;
  /** With whom a shared view is shared, in words. */
  audience: string;
};

/** What a view is called, and who sees it. */
export const ViewFields = ({ name, isShared = false, audience }: ViewFieldsProps) => (
  <>
    <Field label="Name" name="name" required>
      <Input autoComplete="off" maxLength={100} defaultValue={name} />
    </Field>
    <Checkbox
      name="isShared"
      label={`Share with ${audience}`}
      hint="Whoever opens it sees what they may see; it grants nothing."
      defaultChecked={isShared}
    />
  </>
);
