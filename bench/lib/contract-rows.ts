import { contractsReport } from '@/lib/contracts/export';
import type { ExportSource } from '@/lib/excel/source';
import { SUPERUSER } from './people';

/** User Contract & Threshold Information as it is exported, and how many rows were written. */
export function contractRows(): { source: ExportSource; written: () => number } {
  const source = contractsReport(SUPERUSER, { practice: true });
  let written = 0;
  const toRow: ExportSource['toRow'] = (found) => {
    written += 1;
    return source.toRow(found);
  };
  return { source: { ...source, toRow }, written: () => written };
}
