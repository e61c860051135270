import type { ReactNode } from 'react';
import { Field } from '@/components/form/field';
import { Input } from '@/components/ui/input';
import { LIMITS } from '@/lib/settings/schema';
import type { Settings } from '@/lib/settings/queries';

type Part = { settings: Settings };
type NumberProps = { value: number; least: number; most: number };

const NumberInput = ({ value, least, most }: NumberProps) => (
  <Input
    type="number"
    inputMode="numeric"
    autoComplete="off"
    min={least}
    max={most}
    step={1}
    defaultValue={value}
  />
);

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-4 border-t pt-5 first:border-0 first:pt-0">
      <legend className="float-left mb-1 w-full font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}

/** How long a session lasts: idle, and in all. */
export function SessionSettings({ settings }: Part) {
  const { sessionIdleMinutes: idle, sessionAbsoluteMinutes: absolute } = settings;
  return (
    <Group title="Sessions">
      <Field
        label="Idle limit, minutes"
        name="idleMinutes"
        required
        hint="At least 5. An open tab that nobody touches counts as idle."
      >
        <NumberInput value={idle} {...LIMITS.idleMinutes} />
      </Field>
      <fieldset aria-describedby="absolute-hint">
        <legend className="mb-1.5 font-medium">Absolute limit</legend>
        <div className="grid grid-cols-2 gap-4">
          <Field label="Hours" name="absoluteHours" required>
            <NumberInput value={Math.floor(absolute / 60)} least={0} most={720} />
          </Field>
          <Field label="Minutes" name="absoluteMinutes" required>
            <NumberInput value={absolute % 60} least={0} most={59} />
          </Field>
        </div>
        <p id="absolute-hint" className="mt-1.5 text-sm text-pretty text-muted">
          After it everybody signs in again. A shorter one ends the sessions that are older already.
        </p>
      </fieldset>
    </Group>
  );
}

/** What a new password is held to. */
export function PasswordSettings({ settings }: Part) {
  return (
    <Group title="Passwords">
      <Field
        label="Minimum length, characters"
        name="passwordMinimum"
        required
        hint="From 8 to 64. It holds for new passwords; those in use stay good until they are changed."
      >
        <NumberInput value={settings.passwordMinimum} {...LIMITS.passwordMinimum} />
      </Field>
    </Group>
  );
}

/** From when somebody who stays away counts as leaving. */
export function LeaverSettings({ settings }: Part) {
  return (
    <Group title="Leavers">
      <Field
        label="Dormant after, days"
        name="dormantAfterDays"
        required
        hint="From 1 to 3650 without activity. Whoever reaches it within 30 days is listed under Leavers; nothing is done to them."
      >
        <NumberInput value={settings.dormantAfterDays} {...LIMITS.dormantAfterDays} />
      </Field>
    </Group>
  );
}
