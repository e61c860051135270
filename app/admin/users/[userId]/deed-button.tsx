import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { Button } from '@/components/ui/button';
import type { ButtonSize } from '@/components/ui/button-style';
import type { Person } from '@/lib/users/queries';
import { confirmationOf } from './confirmation-of';
import type { Deed } from './deeds';

type DeedButtonProps = {
  deed: Deed;
  person: Person;
  /** Other words than the deed's own. */
  label?: string;
  size?: ButtonSize;
};

/** A button that asks, then does one thing to a person. */
export function DeedButton({ deed, person, label, size }: DeedButtonProps) {
  const Icon = deed.icon;
  return (
    <ConfirmDialog
      trigger={
        <Button variant={deed.variant ?? 'secondary'} {...(size && { size })}>
          {size === 'sm' ? null : <Icon aria-hidden />} {label ?? deed.label}
        </Button>
      }
      {...confirmationOf(deed, person)}
    />
  );
}
