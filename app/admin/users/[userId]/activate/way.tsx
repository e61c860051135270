import type { ReactNode } from 'react';
import { ActionForm } from '@/components/form/form';
import type { FormAction } from '@/components/form/use-action-form';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { NewEndFields } from '../../new-end-fields';

type WayProps = {
  title: 'Restore' | 'Reset';
  description: string;
  action: FormAction;
  userId: string;
  /** Their end date, where it has passed. */
  passed: string | undefined;
  /** What it will do. */
  children: ReactNode;
};

/** One way of activating somebody: what it will do, then its button. */
export const Way = ({ title, description, action, userId, passed, children }: WayProps) => (
  <Card>
    <CardHeader title={title} description={description} />
    <CardBody>
      <div className="mb-5">{children}</div>
      <ActionForm
        action={action}
        hidden={{ userId }}
        submitLabel={title === 'Restore' ? 'Activate and restore' : 'Activate only'}
        submitVariant={title === 'Restore' ? 'primary' : 'secondary'}
      >
        {passed ? <NewEndFields passed={passed} /> : null}
      </ActionForm>
    </CardBody>
  </Card>
);
