import { ChoiceField } from '@/components/form/choice-field';
import { Field } from '@/components/form/field';
import { ActionForm } from '@/components/form/form';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { ASSIGNMENT_LABELS, EMAIL_LABELS, PARTY_LABELS } from '@/lib/contracts/assignments/labels';
import { EMAIL_SETTINGS, PARTIES } from '@/lib/contracts/assignments/policy';
import type { PersonChoice, RoleChoice } from '@/lib/contracts/assignments/queries';
import type { ContractDetails } from '@/lib/contracts/queries';
import { addPersonAction } from '../actions';

type AddPersonFormProps = {
  contract: ContractDetails;
  /** The first who could be added. */
  people: PersonChoice[];
  roles: RoleChoice[];
  /** Only as party 2, without a seat (spec §11). */
  isLimited: boolean;
};

/** Whom to add to a contract, and as what. */
export function AddPersonForm({ contract, people, roles, isLimited }: AddPersonFormProps) {
  const { id: contractId, currency } = contract;
  if (roles.length === 0) {
    return (
      <Notice tone="warning" title="There is no contract role yet">
        Everybody on a contract has a role of the company it belongs to. Have one added to the
        catalogue of {contract.companyName} first.
      </Notice>
    );
  }
  return (
    <Card className="max-w-160">
      <CardBody>
        <ActionForm
          action={addPersonAction}
          submitLabel="Add person"
          hidden={{ contractId, ...(isLimited && { party: '2' }) }}
          cancel={<ButtonLink href={`/admin/contracts/${contractId}`}>Cancel</ButtonLink>}
        >
          <ChoiceField
            name="userId"
            label="Person"
            none="Name or e-mail"
            source={`/api/contracts/people?contractId=${contractId}`}
            first={people}
            hint="People with an active account who are not on this contract yet."
            required
          />
          <div className="grid gap-4 sm:grid-cols-2">
            {isLimited ? (
              <p className="self-center text-muted">They are added as party 2.</p>
            ) : (
              <Field label={ASSIGNMENT_LABELS.party} name="party" required>
                <Select>
                  {PARTIES.map((party) => (
                    <option key={party} value={party}>
                      {PARTY_LABELS[party]}: {party === 1 ? contract.party1 : contract.party2}
                    </option>
                  ))}
                </Select>
              </Field>
            )}
            <Field label={ASSIGNMENT_LABELS.roleId} name="roleId" required>
              <Select defaultValue="">
                <option value="">Choose a role</option>
                {roles.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
            <Field
              label={`${ASSIGNMENT_LABELS.threshold}, ${currency}`}
              name="threshold"
              hint={
                isLimited
                  ? 'Up to how much they may approve; not above your own.'
                  : 'Up to how much they may approve.'
              }
              required
            >
              <Input inputMode="decimal" defaultValue="0" />
            </Field>
            <Field label={ASSIGNMENT_LABELS.emailSetting} name="emailSetting" required>
              <Select defaultValue="daily">
                {EMAIL_SETTINGS.map((setting) => (
                  <option key={setting} value={setting}>
                    {EMAIL_LABELS[setting]}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
          {isLimited ? null : (
            <div>
              <Checkbox
                name="isApprover"
                label={ASSIGNMENT_LABELS.isApprover}
                hint="Makes them a key person: only somebody who may enter now."
              />
              <Checkbox name="isNamedManager" label={ASSIGNMENT_LABELS.isNamedManager} />
            </div>
          )}
        </ActionForm>
      </CardBody>
    </Card>
  );
}
