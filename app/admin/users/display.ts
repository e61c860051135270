import { cookies } from 'next/headers';
import type { Density } from '@/components/data-table/data-table';

/** How this browser has chosen to see the list; what it has not said, or said wrongly, is not set. */
export async function chosenDisplay(): Promise<{ hidden: string[]; density: Density }> {
  const jar = await cookies();
  return {
    hidden: jar.get('hidden-columns')?.value.split('.').filter(Boolean) ?? [],
    density: jar.get('density')?.value === 'compact' ? 'compact' : 'comfortable',
  };
}
