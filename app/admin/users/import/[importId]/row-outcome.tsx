import { CircleCheck, CircleX } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import type { ImportRow } from '@/lib/imports/queries';

type RowOutcomeProps = { row: ImportRow; isDone: boolean };

/** What becomes, or became, of a row; and what is wrong with it as a whole. */
export function RowOutcome({ row: { errors }, isDone }: RowOutcomeProps) {
  if (!errors) {
    return (
      <Badge tone="active" icon={<CircleCheck aria-hidden />}>
        {isDone ? 'Created' : 'Can be created'}
      </Badge>
    );
  }
  return (
    <div className="whitespace-normal">
      <Badge tone="danger" icon={<CircleX aria-hidden />}>
        Refused
      </Badge>
      {errors.row ? <p className="mt-1 min-w-48 text-sm text-state-danger">{errors.row}</p> : null}
    </div>
  );
}
