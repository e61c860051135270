'use client';

import { FileSpreadsheet, FileText } from 'lucide-react';
import type { SubmitEvent } from 'react';
import { ExportProgress } from '@/app/admin/exports/export-progress';
import { useExport } from '@/app/admin/exports/use-export';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';

const REPORT = '/api/contracts/report';

/** What the form asks for, as a link that is followed: the browser writes to disk what comes. */
function download(form: HTMLFormElement, submitter: HTMLElement | null) {
  const question = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) {
    if (typeof value === 'string') question.set(name, value);
  }
  const link = document.createElement('a');
  link.href = `${REPORT}?${question.toString()}`;
  link.download = '';
  link.click();
}

/** Downloads the report; a plain form before scripts have loaded. */
export function ReportForm() {
  const { running, look } = useExport();
  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    download(event.currentTarget, event.nativeEvent.submitter);
    look();
  }
  return (
    <form action={REPORT} onSubmit={onSubmit} className="grid gap-4">
      <Checkbox
        name="practice"
        label="Include practice contracts"
        hint="Whoever is approver or named manager on a practice contract is a key person too."
      />
      {running ? (
        <ExportProgress running={running} />
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button type="submit" name="format" value="xlsx" variant="primary">
            <FileSpreadsheet aria-hidden /> Export to Excel
          </Button>
          <Button type="submit" name="format" value="csv" aria-label="Export as CSV">
            <FileText aria-hidden /> CSV
          </Button>
        </div>
      )}
    </form>
  );
}
