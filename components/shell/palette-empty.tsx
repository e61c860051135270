import { SearchX, WifiOff } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';

/** What the palette shows in place of a list: still looking, nothing found, or no answer. */
export function PaletteEmpty({ state }: { state: 'idle' | 'loading' | 'ready' | 'error' }) {
  if (state === 'error') {
    return (
      <EmptyState
        fill
        icon={<WifiOff aria-hidden />}
        title="The search did not answer"
        text="Check the connection, then type again."
      />
    );
  }
  if (state === 'ready') {
    return (
      <EmptyState
        fill
        icon={<SearchX aria-hidden />}
        title="Nothing found"
        text="Try part of a name, an e-mail address, a phone or a contract number."
      />
    );
  }
  return (
    <div className="grid flex-1 content-start gap-3 p-4">
      <Skeleton className="w-3/5" />
      <Skeleton className="w-2/5" />
      <Skeleton className="w-1/2" />
    </div>
  );
}
