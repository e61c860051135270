import { answerExport } from '@/app/api/exports/answer';
import { formFields, parse } from '@/lib/auth/parse';
import { adminRoute } from '@/lib/auth/route';
import { importExport } from '@/lib/imports/export';
import { getImport } from '@/lib/imports/queries';
import { importExportQuery, importReference } from '@/lib/imports/schema';

/** An import of one's own as a file: each row, what became of it, and why. */
export const GET = adminRoute('users.import', async (actor, request, { params }) => {
  const { importId } = parse(importReference, await params);
  const { format } = parse(importExportQuery, formFields(new URL(request.url).searchParams));
  return answerExport(request, actor, importExport(await getImport(actor, importId)), format);
});
