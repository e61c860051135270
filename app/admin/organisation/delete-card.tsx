import Link from 'next/link';
import type { ReactNode } from 'react';
import { Field } from '@/components/form/field';
import { ActionForm } from '@/components/form/form';
import type { FormAction } from '@/components/form/use-action-form';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Input } from '@/components/ui/input';

type DeleteCardProps = {
  /** What is deleted, on the button: "department". */
  what: string;
  /** What happens, or why it cannot be. */
  children: ReactNode;
  action: FormAction;
  hidden: Record<string, string>;
  /** Must not be deleted as it is now. */
  held?: boolean;
  /** To be typed, because people lose something. */
  confirm?: string | undefined;
};

/** What deleting something would do, then the button that does it. */
export function DeleteCard({ what, children, action, hidden, held, confirm }: DeleteCardProps) {
  return (
    <Card>
      <CardHeader title={`Delete ${what}`} />
      <CardBody>
        <div className="grid gap-2 text-pretty">{children}</div>
        {held ? null : (
          <ActionForm
            action={action}
            hidden={hidden}
            submitLabel={`Delete ${what}`}
            submitVariant="danger"
            className={confirm === undefined ? undefined : 'mt-4'}
          >
            {confirm === undefined ? null : (
              <Field label={`Type “${confirm}” to confirm`} name="name" required>
                <Input autoComplete="off" />
              </Field>
            )}
          </ActionForm>
        )}
      </CardBody>
    </Card>
  );
}

/** A number of people that leads to them in the list. */
export const PeopleLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} className="rounded-sm font-medium underline underline-offset-2">
    {children}
  </Link>
);
