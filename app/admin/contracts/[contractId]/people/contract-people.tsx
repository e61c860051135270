import { UserPlus } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { peopleOn } from '@/lib/contracts/assignments/queries';
import type { AssignmentListQuery } from '@/lib/contracts/assignments/schema';
import type { ContractDetails } from '@/lib/contracts/queries';
import type { Actor } from '@/lib/core/actor';
import { AssignmentsList } from './assignments-list';

type ContractPeopleProps = { actor: Actor; contract: ContractDetails; query: AssignmentListQuery };

/** The people on a contract whom the actor may see, to read, edit, add and replace. */
export async function ContractPeople({ actor, contract, query }: ContractPeopleProps) {
  const page = await peopleOn(actor, contract.id, query);
  const path = `/admin/contracts/${contract.id}`;
  return (
    <AssignmentsList
      actor={actor}
      about="contract"
      path={path}
      query={query}
      page={page}
      add={
        contract.archivedAt ? null : (
          <ButtonLink href={`${path}/people/new`}>
            <UserPlus aria-hidden /> Add person
          </ButtonLink>
        )
      }
    />
  );
}
