import { answerExport } from '@/app/api/exports/answer';
import { formFields, parse, parseQuery, type SearchParams } from '@/lib/auth/parse';
import { adminRoute } from '@/lib/auth/route';
import { exportFormat } from '@/lib/exports/schema';
import { usersExport } from '@/lib/users/export';
import { userListQuery } from '@/lib/users/schema';

/** The directory as a file: the address is that of the list, with the format. */
export const GET = adminRoute('users.export', async (actor, request) => {
  const { searchParams } = new URL(request.url);
  const { format, ...asked } = formFields(searchParams);
  const query = parseQuery(userListQuery, asked as SearchParams);
  searchParams.delete('format');
  const source = usersExport(actor, query, searchParams.toString());
  return answerExport(request, actor, source, parse(exportFormat, format));
});
