import type { CompanyOffer } from '@/lib/organisation/choices';
import type { PersonState } from '@/lib/people/schema';

/** A person as the form shows them in a company: what is of another one is not taken along. */
export function stateIn(state: PersonState, offer: CompanyOffer | null): PersonState {
  const companyId = offer?.id ?? null;
  if (companyId === state.companyId) return state;
  const open = new Set(offer?.otherGroups.map(({ id }) => id));
  return {
    ...state,
    companyId,
    departmentId: null,
    positionId: null,
    roleIds: [],
    groupIds: state.groupIds.filter((id) => open.has(id)),
    quizIds: [],
  };
}
