import { Field } from '@/components/form/field';
import { ActionForm } from '@/components/form/form';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Input } from '@/components/ui/input';
import { PART_LABELS } from '@/lib/organisation/labels';
import type { PartKind } from '@/lib/organisation/schema';
import { renamePartAction } from './actions';
import { KINDS } from './kinds';

type RenameCardProps = { kind: PartKind; part: { id: string; name: string } };

/** The name of a part, to change; another name is another form. */
export const RenameCard = ({ kind, part: { id, name } }: RenameCardProps) => (
  <Card>
    <CardHeader
      title="Name"
      description={
        KINDS[kind].counted ? 'Every assignment keeps it.' : 'Whoever belongs to it stays in it.'
      }
    />
    <CardBody>
      <ActionForm
        key={name}
        action={renamePartAction}
        submitLabel={`Rename ${PART_LABELS[kind]}`}
        submitVariant="secondary"
        hidden={{ kind, id, from: name }}
      >
        <Field label="Name" name="name" required>
          <Input autoComplete="off" maxLength={200} defaultValue={name} />
        </Field>
      </ActionForm>
    </CardBody>
  </Card>
);
