import { ActionForm } from '@/components/form/form';
import { Field } from '@/components/form/field';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { deedText } from '@/lib/bulk/labels';
import type { Run, Sums } from '@/lib/bulk/queries';
import { TYPED_ABOVE } from '@/lib/bulk/schema';
import { Busy } from '../../../busy';
import { executeRunAction } from '../../actions';
import { usersText } from '../../users-text';

type ConfirmProps = { run: Run; sums: Sums };

const TAKES_LONG = 1000;

/** The last step: what will happen to how many, then a button that says it; many are typed. */
export function Confirm({ run, sums }: ConfirmProps) {
  const { done } = sums;
  if (done === 0) {
    return (
      <Notice className="mb-4" title="Nobody would be changed">
        Go back and choose another value, or select other users.
      </Notice>
    );
  }
  const users = usersText(done);
  return (
    <Card className="mb-4">
      <CardHeader
        title={`${users} will change`}
        description="Whoever is refused is left as they are. It happens to all of them, or to none."
      />
      <CardBody>
        <ActionForm
          action={executeRunAction}
          hidden={{ runId: run.id }}
          submitLabel={deedText(run.change, done)}
          submitVariant="danger"
          cancel={<ButtonLink href={`/admin/users/mass/${run.listId}`}>Back</ButtonLink>}
          className="max-w-120"
        >
          {done > TYPED_ABOVE ? (
            <Field label={`Type ${done} to go on`} name="count" required>
              <Input inputMode="numeric" autoComplete="off" maxLength={20} />
            </Field>
          ) : null}
          {done > TAKES_LONG ? (
            <Busy
              waiting="So many may take up to a minute."
              doing={`Changing ${users} in one go. This may take a minute; if you send it again, it is still done once.`}
            />
          ) : null}
        </ActionForm>
      </CardBody>
    </Card>
  );
}
