import { ChoiceField } from '@/components/form/choice-field';
import { Field } from '@/components/form/field';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { CONTRACT_LABELS, currencyName } from '@/lib/contracts/labels';
import { CURRENCIES, type ContractState } from '@/lib/contracts/schema';

type ContractFieldsProps = {
  contract?: ContractState;
  /** Why the currency stays as it is, if it does. */
  currencyHeld?: string | undefined;
};

const currencies = CURRENCIES.map((id) => ({ id, name: id, detail: currencyName(id) }));

/** What a contract is, and between whom. */
export function ContractFields({ contract, currencyHeld }: ContractFieldsProps) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-[1fr_2fr]">
        <Line name="number" contract={contract} hint="Unique in the company." autoFocus />
        <Line name="name" contract={contract} />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Line name="party1" contract={contract} hint="By name, such as the client." />
        <Line name="party2" contract={contract} hint="By name, such as the contractor." />
      </div>
      {currencyHeld ? (
        <Field label={CONTRACT_LABELS.currency} name="currency" hint={currencyHeld}>
          <Input readOnly defaultValue={contract?.currency} />
        </Field>
      ) : (
        <ChoiceField
          name="currency"
          label={CONTRACT_LABELS.currency}
          none="Choose a currency"
          first={currencies}
          given={currencies.find(({ id }) => id === contract?.currency) ?? null}
          hint="Thresholds are in it."
          required
        />
      )}
      <Checkbox
        name="isPractice"
        label={CONTRACT_LABELS.isPractice}
        hint="For training. Its approvers and named managers are key persons all the same."
        defaultChecked={contract?.isPractice ?? false}
      />
    </>
  );
}

type LineProps = {
  name: 'number' | 'name' | 'party1' | 'party2';
  contract: ContractState | undefined;
  hint?: string;
  autoFocus?: boolean;
};

const Line = ({ name, contract, hint, autoFocus = false }: LineProps) => (
  <Field label={CONTRACT_LABELS[name]} name={name} required {...(hint && { hint })}>
    <Input
      autoComplete="off"
      autoFocus={autoFocus && !contract}
      maxLength={name === 'number' ? 100 : 200}
      defaultValue={contract?.[name]}
    />
  </Field>
);
