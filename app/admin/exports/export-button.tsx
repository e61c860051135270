'use client';

import { FileSpreadsheet, FileText } from 'lucide-react';
import { buttonStyle } from '@/components/ui/button-style';
import type { ExportFormat } from '@/lib/exports/schema';
import { ExportProgress } from './export-progress';
import { useExport } from './use-export';

type ExportButtonProps = {
  /** Of the handler that answers with the file, with what is asked of it. */
  href: string;
};

/**
 * Downloads an export: two plain links, so that the browser writes to disk what comes. With scripts
 * it tells how far it has come, and cancels it.
 */
export function ExportButton({ href }: ExportButtonProps) {
  const { running, look } = useExport();
  if (running) return <ExportProgress running={running} />;
  const link = (format: ExportFormat) => `${href}${href.includes('?') ? '&' : '?'}format=${format}`;
  return (
    <div className="flex gap-2">
      <a href={link('xlsx')} download onClick={look} className={buttonStyle('secondary')}>
        <FileSpreadsheet aria-hidden /> Export to Excel
      </a>
      <a
        href={link('csv')}
        download
        onClick={look}
        aria-label="Export as CSV"
        className={buttonStyle('secondary')}
      >
        <FileText aria-hidden /> CSV
      </a>
    </div>
  );
}
