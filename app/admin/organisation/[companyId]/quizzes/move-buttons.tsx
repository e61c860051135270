'use client';

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';

type MoveButtonsProps = {
  /** What is moved, for those who cannot see it: "question 2". */
  what: string;
  at: number;
  count: number;
  onMove: (to: number) => void;
  onRemove: () => void;
};

/** Moves one of a list up or down, or takes it away. */
export const MoveButtons = ({ what, at, count, onMove, onRemove }: MoveButtonsProps) => (
  <span className="flex shrink-0">
    <Button
      size="sm"
      variant="ghost"
      square
      aria-label={`Move ${what} up`}
      disabled={at === 0}
      onClick={() => onMove(at - 1)}
    >
      <ArrowUp aria-hidden />
    </Button>
    <Button
      size="sm"
      variant="ghost"
      square
      aria-label={`Move ${what} down`}
      disabled={at === count - 1}
      onClick={() => onMove(at + 1)}
    >
      <ArrowDown aria-hidden />
    </Button>
    <Button size="sm" variant="ghost" square aria-label={`Remove ${what}`} onClick={onRemove}>
      <Trash2 aria-hidden />
    </Button>
  </span>
);
