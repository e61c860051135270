import { z } from 'zod';
import { idInput } from '@/lib/core/input';

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const exportFormat = z.enum(EXPORT_FORMATS).default('xlsx');

export const exportReference = z.strictObject({ exportId: idInput() });
export type ExportReference = z.infer<typeof exportReference>;

/** How an export ended. */
export type ExportOutcome = 'complete' | 'cancelled' | 'disconnected' | 'session_ended' | 'failed';

/** How far an export has come, as its owner is told. */
export type ExportProgress = {
  id: string;
  name: string;
  written: number;
  total: number;
  /** `running` as long as something was heard of it. */
  state: 'running' | ExportOutcome;
};
