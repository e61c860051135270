import { ShieldCheck, ShieldOff } from 'lucide-react';
import { SetUpTwoFactor } from '@/components/two-factor/set-up-two-factor';
import { Badge } from '@/components/ui/badge';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import type { OwnSecondFactor } from '@/lib/two-factor/policy';
import {
  cancelSetUpAction,
  confirmSetUpAction,
  finishSetUpAction,
  startSetUpAction,
} from './actions';
import { TwoFactorOn } from './two-factor-on';

const SET_UP = {
  start: startSetUpAction,
  confirm: confirmSetUpAction,
  finish: finishSetUpAction,
  cancel: cancelSetUpAction,
};

/** One's own second factor: off, being set up, or on. */
export function TwoFactorCard({ own }: { own: OwnSecondFactor }) {
  return (
    <Card>
      <CardHeader
        title="Second factor"
        description="A code of your authenticator app, asked for whenever you sign in."
        actions={<State isOn={own.enabledAt !== null} />}
      />
      <CardBody>
        {own.enabledAt ? (
          <TwoFactorOn own={own} since={own.enabledAt} />
        ) : (
          <SetUpTwoFactor own={own} actions={SET_UP} />
        )}
      </CardBody>
    </Card>
  );
}

const State = ({ isOn }: { isOn: boolean }) =>
  isOn ? (
    <Badge tone="active" icon={<ShieldCheck aria-hidden />}>
      On
    </Badge>
  ) : (
    <Badge icon={<ShieldOff aria-hidden />}>Off</Badge>
  );
