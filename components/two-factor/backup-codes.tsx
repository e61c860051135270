'use client';

import { Download, Printer } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { CopyButton } from '@/components/ui/copy-button';
import { StepHeading } from './step-heading';

type BackupCodesProps = {
  codes: string[];
  /** Whose they are, and the day they were made: on paper and in the file. */
  name: string;
  day: string;
};

/** Ten new backup codes, this once: to copy, download and print. */
export function BackupCodes({ codes, name, day }: BackupCodesProps) {
  const title = `Gatehouse backup codes of ${name}, ${day}`;
  return (
    <div data-print="only" className="@container">
      <p className="mb-3 hidden font-semibold print:block">{title}</p>
      <div data-print="hide">
        <StepHeading>Save your backup codes</StepHeading>
        <p className="mt-1 text-pretty text-muted">
          Each lets you in once when your app is out of reach. They are shown this once: keep them
          where others cannot read them.
        </p>
      </div>
      <ol
        aria-label="Backup codes"
        className="my-4 grid gap-x-6 gap-y-1.5 rounded-md border bg-canvas px-3 py-2.5 font-mono text-sm @min-[22rem]:grid-cols-2 print:my-0"
      >
        {codes.map((code) => (
          <li key={code} className="whitespace-nowrap">
            {code}
          </li>
        ))}
      </ol>
      <div data-print="hide" className="flex flex-wrap gap-2">
        <CopyButton value={codes.join('\n')} label="Copy backup codes" text="Copy" />
        <a
          download="gatehouse-backup-codes.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${title}\n\n${codes.join('\n')}\n`)}`}
          className={buttonStyle('secondary', 'sm')}
        >
          <Download aria-hidden /> Download
        </a>
        <Button size="sm" onClick={() => window.print()}>
          <Printer aria-hidden /> Print
        </Button>
      </div>
    </div>
  );
}
