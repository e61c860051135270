import { TickList } from '@/components/form/tick-list';
import { Checkbox } from '@/components/ui/checkbox';
import type { CompanyOffer } from '@/lib/organisation/choices';
import type { PersonState } from '@/lib/people/schema';
import { FormGroup } from './form-group';
import { PlaceFields } from './place-fields';

type MembershipFieldsProps = {
  offer: CompanyOffer;
  state?: PersonState;
  /** Is the person in every group that their roles bring? */
  inAll?: boolean;
};

const brings = (groups: { name: string }[]) =>
  groups.length > 0 ? `Brings ${groups.map(({ name }) => name).join(', ')}` : 'Brings no groups';

/** Where someone works in the company, and what they belong to there. */
export function MembershipFields({ offer, state, inAll = true }: MembershipFieldsProps) {
  const { departments, roles, groups, otherGroups, quizzes } = offer;
  return (
    <>
      <FormGroup title={`In ${offer.name}`}>
        <PlaceFields
          departments={departments}
          departmentId={state?.departmentId ?? null}
          positionId={state?.positionId ?? null}
        />
        <TickList
          label="Platform roles"
          name="roleIds"
          options={roles.map((role) => ({ ...role, hint: brings(role.groups) }))}
          chosen={state?.roleIds ?? []}
          none="The company has no platform roles yet."
        />
        <Checkbox
          name="groupsFromRoles"
          label="Apply groups from roles"
          hint="Adds the groups that the ticked roles bring. What came from a role goes when no role brings it any more."
          defaultChecked={inAll}
        />
      </FormGroup>
      <FormGroup title="Further groups and quizzes">
        <TickList
          label="Further groups"
          name="groupIds"
          options={[
            ...groups,
            ...otherGroups.map((group) => ({ ...group, hint: 'Other group, of no company' })),
          ]}
          chosen={state?.groupIds ?? []}
          hint="Given by hand: they stay when a role goes."
          none="There are no groups yet."
        />
        <TickList
          label="Quizzes to take"
          name="quizIds"
          options={quizzes}
          chosen={state?.quizIds ?? []}
          none="The company has no quizzes yet."
        />
      </FormGroup>
    </>
  );
}
