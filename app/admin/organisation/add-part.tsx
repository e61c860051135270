import { Field } from '@/components/form/field';
import { ActionForm } from '@/components/form/form';
import { Card, CardBody } from '@/components/ui/card';
import { Input } from '@/components/ui/input';
import { PART_LABELS } from '@/lib/organisation/labels';
import type { PartKind } from '@/lib/organisation/schema';
import { createPartAction } from './actions';

type AddPartProps = {
  kind: PartKind;
  /** The company, or the department of a position; null for an "other group". */
  parentId: string | null;
};

/** One line to add a part, and then the next. */
export const AddPart = ({ kind, parentId }: AddPartProps) => (
  <Card className="mb-4">
    <CardBody>
      <ActionForm
        action={createPartAction}
        submitLabel={`Add ${PART_LABELS[kind]}`}
        hidden={{ kind, parentId: parentId ?? '' }}
        resetOnDone
        className="sm:grid sm:max-w-140 sm:grid-cols-[1fr_auto] sm:items-start sm:gap-x-2 sm:[&>[role=alert]]:col-span-2 sm:[&>[role=status]]:col-span-2 sm:[&>div:last-child]:mt-6.5"
      >
        <Field label={`New ${PART_LABELS[kind]}`} name="name" required>
          <Input autoComplete="off" maxLength={200} />
        </Field>
      </ActionForm>
    </CardBody>
  </Card>
);
