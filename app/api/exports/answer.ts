import 'server-only';
import { gateAgain } from '@/lib/auth/again';
import type { Actor } from '@/lib/core/actor';
import { now } from '@/lib/core/clock';
import type { ExportSource } from '@/lib/excel/source';
import { startExport } from '@/lib/exports/commands';
import type { ExportFormat } from '@/lib/exports/schema';

const TYPES: Record<ExportFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** `Mass Update result` → `mass-update-result-2026-11-21.xlsx` */
const fileName = (name: string, format: ExportFormat) =>
  `${name.toLowerCase().replace(/[^a-z\d]+/g, '-')}-${now().toISOString().slice(0, 10)}.${format}`;

/** Answers with an export as a file to keep, written while it is downloaded. HEAD starts none. */
export async function answerExport(
  request: Request,
  actor: Actor,
  source: ExportSource,
  format: ExportFormat,
): Promise<Response> {
  const headers = {
    'content-type': TYPES[format],
    'content-disposition': `attachment; filename="${fileName(source.name, format)}"`,
  };
  if (request.method === 'HEAD') return new Response(null, { headers });
  const body = await startExport(actor, source, format, await gateAgain(actor));
  return new Response(body, { headers });
}
