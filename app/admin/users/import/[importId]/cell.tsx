import { CircleAlert } from 'lucide-react';

type CellProps = {
  /** As the file has it. */
  written: string;
  /** As it would be stored; null: it cannot be. */
  stored: string | null;
  error: string | null;
};

const dash = <span className="text-faint">—</span>;

/** A cell of the file: as written, what becomes of it where that differs, and what is wrong. */
export function Cell({ written, stored, error }: CellProps) {
  const text = written === '' ? dash : <span className="whitespace-pre-wrap">{written}</span>;
  if (error) {
    return (
      <div className="min-w-52 py-1.5 whitespace-normal">
        <div className="line-clamp-2">{text}</div>
        <p className="flex gap-1 text-sm text-state-danger">
          <CircleAlert aria-hidden className="mt-0.75 size-3.5 shrink-0" />
          {error}
        </p>
      </div>
    );
  }
  if (stored === null || stored === written) return text;
  return (
    <div className="py-1.5 whitespace-normal">
      <del className="block truncate whitespace-pre text-faint">{written}</del>
      <ins className="block no-underline">
        <span className="sr-only">stored as </span>
        {stored}
      </ins>
    </div>
  );
}
