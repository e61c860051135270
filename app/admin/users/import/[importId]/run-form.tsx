import { Field } from '@/components/form/field';
import { ActionForm } from '@/components/form/form';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import type { ImportCounts, ImportDetails } from '@/lib/imports/queries';
import { Busy } from '../../busy';
import { runImportAction } from '../actions';
import { peopleText, rowsText } from './words';

type RunFormProps = { it: ImportDetails; counts: ImportCounts };

const Nobody = () => (
  <Notice tone="warning" title="No row can be created">
    Match the columns otherwise, or mend the file and upload it again.
  </Notice>
);

/** Creates the people: all, or those without errors where that is ticked. */
export function RunForm({ it, counts: { good, bad } }: RunFormProps) {
  if (good === 0) return <Nobody />;
  return (
    <Card>
      <CardHeader
        title={`Create ${peopleText(good)}`}
        description="All at once or, if anything fails, nobody. They have no password yet: each chooses one at the first login."
      />
      <CardBody>
        <ActionForm
          action={runImportAction}
          hidden={{ importId: it.id, good: String(good), bad: String(bad) }}
          submitLabel={`Create ${peopleText(good)}`}
          cancel={<ButtonLink href="/admin/users/import">Choose another file</ButtonLink>}
        >
          {bad > 0 ? (
            <Field
              label={`${rowsText(bad)} with errors`}
              name="skipBad"
              hint="Nobody is created while there are errors, unless this is ticked."
            >
              <Checkbox name="skipBad" label={`Create only the ${rowsText(good)} without errors`} />
            </Field>
          ) : null}
          <Field
            label="Invite"
            name="invite"
            hint="The mail goes to those who may enter today, of companies that have a control word."
          >
            <Select defaultValue="none">
              <option value="none">None</option>
              <option value="first_login">First-login mail</option>
            </Select>
          </Field>
          <Busy
            doing={`Checking ${rowsText(good + bad)} once more and creating ${peopleText(good)} …`}
          />
        </ActionForm>
      </CardBody>
    </Card>
  );
}
