import { Archive, ArchiveRestore, Pencil } from 'lucide-react';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { Button, ButtonLink } from '@/components/ui/button';
import type { Actor } from '@/lib/core/actor';
import { unheldText } from '@/lib/contracts/labels';
import { mayChangeContract, mayReopenContract } from '@/lib/contracts/policy';
import type { ContractDetails, ContractStanding } from '@/lib/contracts/queries';
import { peopleText } from '@/lib/organisation/labels';
import { archiveContractAction, reopenContractAction } from '../actions';
import { contractHref } from '../list-href';

type ContractActionsProps = { actor: Actor; contract: ContractDetails; standing: ContractStanding };

/** What may be done to a contract in its present state by this actor. */
export const ContractActions = ({ actor, contract, standing }: ContractActionsProps) => (
  <>
    {mayChangeContract(actor, contract) ? (
      <ConfirmDialog
        trigger={
          <Button>
            <Archive aria-hidden /> Archive
          </Button>
        }
        title={`Archive ${contract.number}`}
        description={archivingText(standing)}
        people={standing.keyPeople}
        verb="Archive contract"
        action={archiveContractAction}
        hidden={{ contractId: contract.id }}
      />
    ) : null}
    {mayReopenContract(actor, contract) ? (
      <ConfirmDialog
        trigger={
          <Button variant="primary">
            <ArchiveRestore aria-hidden /> Reopen
          </Button>
        }
        title={`Reopen ${contract.number}`}
        description={reopeningText(standing)}
        people={standing.keyPeople}
        verb="Reopen contract"
        tone="primary"
        action={reopenContractAction}
        hidden={{ contractId: contract.id }}
      />
    ) : null}
    {mayChangeContract(actor, contract) ? (
      <ButtonLink href={`${contractHref(contract.id)}/edit`} variant="primary">
        <Pencil aria-hidden /> Edit
      </ButtonLink>
    ) : null}
  </>
);

function archivingText({ people, keyPeople }: ContractStanding): string {
  return [
    'Nothing of it can be changed until it is reopened.',
    people > 0 && `${peopleText(people)} on it ${people === 1 ? 'stays' : 'stay'} listed.`,
    keyPeople.length > 0 &&
      'Its key persons are no longer held by it: they can then be deactivated.',
  ]
    .filter(Boolean)
    .join(' ');
}

function reopeningText({ keyPeople, unheld }: ContractStanding): string {
  const missing = unheldText(unheld);
  const held =
    keyPeople.length > 0
      ? 'Its key persons are held again: they cannot be deactivated until they are replaced.'
      : 'It can be changed again, and people be put on it.';
  return missing ? `${held} Nobody who may enter is its ${missing}: choose somebody then.` : held;
}
