import { answerExport } from '@/app/api/exports/answer';
import { formFields, parse, parseQuery, type SearchParams } from '@/lib/auth/parse';
import { adminRoute } from '@/lib/auth/route';
import { contractsReport, reportQuery } from '@/lib/contracts/export';
import { exportFormat } from '@/lib/exports/schema';

/** User Contract & Threshold Information as a file. */
export const GET = adminRoute('contracts.report', async (actor, request) => {
  const { format, ...asked } = formFields(new URL(request.url).searchParams);
  const query = parseQuery(reportQuery, asked as SearchParams);
  return answerExport(request, actor, contractsReport(actor, query), parse(exportFormat, format));
});
