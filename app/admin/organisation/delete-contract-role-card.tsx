import { countText } from '@/lib/organisation/labels';
import type { Part } from '@/lib/organisation/structure/queries';
import { deleteUnusedAction } from './actions';
import { DeleteCard } from './delete-card';

/** Deleting a contract role: not while any assignment has it. */
export function DeleteContractRoleCard({ role }: { role: Part }) {
  const { id, related: uses, people: active } = role;
  return (
    <DeleteCard
      what="contract role"
      held={uses > 0}
      action={deleteUnusedAction}
      hidden={{ kind: 'contract-role', id }}
    >
      {uses > 0 ? (
        <p>
          {countText(uses, 'assignment')} {uses === 1 ? 'has' : 'have'} it,{' '}
          {active.toLocaleString('en')} of them active. It can be deleted once none has; give them
          another role first.
        </p>
      ) : (
        <p>No assignment has it. This cannot be undone.</p>
      )}
    </DeleteCard>
  );
}
