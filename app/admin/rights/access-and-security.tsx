import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { PERMISSION_LABELS, permissionGroups, RIGHT_SCOPE } from '@/lib/access/labels';
import { holds, RIGHT_LABELS, type Holder } from '@/lib/access/rights';

/** What somebody's right lets them do, an area a line: `See users, create users …`. */
const deedsOf = (holder: Holder) =>
  permissionGroups()
    .map(({ label, permissions }) => ({
      label,
      held: permissions.filter((one) => !one.startsWith('own.') && holds(holder, one)),
    }))
    .filter(({ held }) => held.length > 0)
    .map(({ label, held }) => ({
      label,
      value: held.map((permission) => PERMISSION_LABELS[permission]).join(' · '),
    }));

type AccessAndSecurityProps = {
  holder: Holder;
  /** May whoever looks see the table of all rights? */
  seesRights: boolean;
  /** Where the right is granted and taken, for whoever may. */
  changeHref?: string | undefined;
};

/** Whether somebody is staff, with which right, what that lets them do, and where (spec §11). */
export function AccessAndSecurity({ holder, seesRights, changeHref }: AccessAndSecurityProps) {
  const { isStaff, right } = holder;
  const held = isStaff && right;
  return (
    <Card>
      <CardHeader
        title="Access & Security"
        actions={
          <>
            {seesRights ? (
              <ButtonLink href="/admin/rights" size="sm">
                Who may do what
              </ButtonLink>
            ) : null}
            {changeHref ? (
              <ButtonLink href={changeHref} size="sm">
                Change right
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <CardBody>
        <DescriptionList
          items={[
            { label: 'Staff', value: isStaff ? 'Yes, opens the administration' : 'No' },
            { label: 'Right', value: right ? RIGHT_LABELS[right] : 'None' },
            ...(held ? [{ label: 'Where', value: RIGHT_SCOPE[held] }, ...deedsOf(holder)] : []),
          ]}
        />
      </CardBody>
    </Card>
  );
}
