import { ActionForm } from '@/components/form/form';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { countText, peopleText } from '@/lib/organisation/labels';
import { sumOf, type RoleEffect } from '@/lib/roles/queries';
import { changeRoleGroupsAction } from '../../../actions';
import { EffectList } from '../../../effect-list';
import type { RoleChange } from './change-of';

type PreviewCardProps = {
  roleId: string;
  /** What it brings now. */
  from: string[];
  change: RoleChange;
  effect: RoleEffect;
};

/** What the chosen groups would do to the holders of the role, then the button that does it. */
export function PreviewCard({ roleId, from, change, effect }: PreviewCardProps) {
  const [come, go] = [sumOf(effect.come), sumOf(effect.go)];
  return (
    <Card className="border-accent">
      <CardHeader
        title="What changes"
        description={`${peopleText(effect.holders)} ${effect.holders === 1 ? 'holds' : 'hold'} this role.`}
      />
      <CardBody className="grid gap-3">
        {effect.come.length > 0 ? (
          <section className="grid gap-1.5">
            <h3 className="font-medium">It will bring</h3>
            <EffectList effects={effect.come} verb="join" />
            <p className="text-sm text-muted">Who is in a group already stays as they are.</p>
          </section>
        ) : null}
        {effect.go.length > 0 ? (
          <section className="grid gap-1.5">
            <h3 className="font-medium">It will bring no more</h3>
            <EffectList effects={effect.go} verb="leave" />
            <p className="text-sm text-muted">
              Memberships given by hand stay, and those that another role brings.
            </p>
          </section>
        ) : null}
        <ActionForm
          action={changeRoleGroupsAction}
          submitLabel={`Apply: ${countText(come, 'membership')} ${come === 1 ? 'comes' : 'come'}, ${go.toLocaleString('en')} ${go === 1 ? 'goes' : 'go'}`}
          hidden={{
            roleId,
            from: from.join(),
            groups: change.chosen.join(),
            come: String(come),
            go: String(go),
          }}
          cancel={<ButtonLink href="?">Cancel</ButtonLink>}
        />
      </CardBody>
    </Card>
  );
}
