'use server';

import { redirect } from 'next/navigation';
import { adminAction } from '@/lib/auth/action';
import { updateSettings } from '@/lib/settings/commands';
import { settingsEdit } from '@/lib/settings/schema';

export const updateSettingsAction = adminAction(settingsEdit, async (actor, input) => {
  await updateSettings(actor, input);
  redirect('/admin/settings?notice=saved');
});
