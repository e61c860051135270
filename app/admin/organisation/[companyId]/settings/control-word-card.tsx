import { KeyRound } from 'lucide-react';
import { Field } from '@/components/form/field';
import { ActionForm } from '@/components/form/form';
import { PasswordInput } from '@/components/form/password-input';
import { Badge } from '@/components/ui/badge';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Time } from '@/components/ui/time';
import { setControlWordAction } from '../../actions';

type ControlWordCardProps = { companyId: string; changedAt: Date | null };

/** The word with which a company's people ask for their first login; it is never shown again. */
export function ControlWordCard({ companyId, changedAt }: ControlWordCardProps) {
  return (
    <Card>
      <CardHeader
        title={
          <span className="flex flex-wrap items-center gap-2">
            Control word
            <Badge tone={changedAt ? 'active' : 'neutral'} icon={<KeyRound aria-hidden />}>
              {changedAt ? 'Set' : 'Not set'}
            </Badge>
          </span>
        }
        description="New people give their e-mail and this word to sign in the first time. Tell it to them apart from the mail."
      />
      <CardBody>
        <p className="mb-4 text-muted">
          {changedAt ? (
            <>
              Last changed <Time at={changedAt} />. A new word counts at once, and links that wait
              for a first login are void.
            </>
          ) : (
            'Without one nobody of this company can use First Login.'
          )}
        </p>
        <ActionForm
          action={setControlWordAction}
          submitLabel={changedAt ? 'Change control word' : 'Set control word'}
          hidden={{ companyId }}
          resetOnDone
        >
          <Field
            label="New control word"
            name="word"
            required
            hint="8 to 256 characters, kept as you type it. Not the company’s name."
          >
            <PasswordInput autoComplete="new-password" />
          </Field>
          <Field label="Repeat control word" name="repeat" required>
            <PasswordInput autoComplete="new-password" />
          </Field>
        </ActionForm>
      </CardBody>
    </Card>
  );
}
