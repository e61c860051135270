'use server';

import { adminAction } from '@/lib/auth/action';
import { cancelExport } from '@/lib/exports/commands';
import { exportReference } from '@/lib/exports/schema';

export const cancelExportAction = adminAction(exportReference, cancelExport);
