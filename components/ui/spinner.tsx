import { LoaderCircle } from 'lucide-react';
import { cn } from './cn';

/** A turning ring; decorative, the waiting is told by whoever shows it. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden className={cn('size-4 animate-turn', className)} />;
}
