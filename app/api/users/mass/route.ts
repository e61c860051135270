import { answerExport } from '@/app/api/exports/answer';
import { formFields, parse } from '@/lib/auth/parse';
import { adminRoute } from '@/lib/auth/route';
import { runExport } from '@/lib/bulk/export';
import { getRun } from '@/lib/bulk/queries';
import { runReference } from '@/lib/bulk/schema';
import { exportFormat } from '@/lib/exports/schema';

/** The result of a mass update as a file: every user with their outcome. */
export const GET = adminRoute('users.export', async (actor, request) => {
  const { format, ...asked } = formFields(new URL(request.url).searchParams);
  const run = await getRun(actor, parse(runReference, asked).runId);
  return answerExport(request, actor, runExport(actor, run), parse(exportFormat, format));
});
