import type { ExportSource } from '@/lib/excel/source';
import { usersExport } from '@/lib/users/export';
import { userListQuery } from '@/lib/users/schema';
import { SUPERUSER } from './people';

/** The directory as it is exported, with a twelfth column: the number of the row. */
export function directory(): { source: ExportSource; written: () => number } {
  const source = usersExport(SUPERUSER, userListQuery.parse({}), 'bench');
  let written = 0;
  const columns = [...source.columns, { header: 'Number', width: 10, kind: 'number' as const }];
  const toRow: ExportSource['toRow'] = (found) => {
    const row = source.toRow(found);
    return { ...row, cells: [...row.cells, (written += 1)] };
  };
  return { source: { ...source, columns, toRow }, written: () => written };
}
