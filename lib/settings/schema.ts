import { z } from 'zod';

/** What the settings may be; the database holds the same (settings_*_check). */
export const LIMITS = {
  idleMinutes: { least: 5, most: 43_200 },
  absoluteMinutes: { least: 5, most: 43_200 },
  passwordMinimum: { least: 8, most: 64 },
  dormantAfterDays: { least: 1, most: 3650 },
} as const;

const whole = (label: string, { least, most }: { least: number; most: number }) => {
  const message = `${label}: a whole number from ${least} to ${most}.`;
  return z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, message);
};

/** The settings as their form sends them: the absolute limit in hours and minutes. */
export const settingsEdit = z
  .strictObject({
    idleMinutes: whole('Minutes', LIMITS.idleMinutes),
    absoluteHours: whole('Hours', { least: 0, most: 720 }),
    absoluteMinutes: whole('Minutes', { least: 0, most: 59 }),
    passwordMinimum: whole('Characters', LIMITS.passwordMinimum),
    dormantAfterDays: whole('Days', LIMITS.dormantAfterDays),
    /** The version the editor saw; a later one in the database is a conflict (security 62). */
    version: z.coerce.number().int().min(1),
  })
  .transform(({ absoluteHours, absoluteMinutes, idleMinutes, ...others }) => ({
    ...others,
    sessionIdleMinutes: idleMinutes,
    sessionAbsoluteMinutes: 60 * absoluteHours + absoluteMinutes,
  }))
  .refine(({ sessionAbsoluteMinutes }) => sessionAbsoluteMinutes <= LIMITS.absoluteMinutes.most, {
    path: ['absoluteHours'],
    message: 'The absolute limit is at most 720 hours.',
  })
  .refine((edit) => edit.sessionIdleMinutes <= edit.sessionAbsoluteMinutes, {
    path: ['idleMinutes'],
    message: 'The idle limit cannot be longer than the absolute one.',
  });
export type SettingsEdit = z.infer<typeof settingsEdit>;
