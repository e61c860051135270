'use client';

import { QuietPage } from '@/components/shell/quiet-page';
import { Button } from '@/components/ui/button';

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** An unknown failure: an id for the log, and nothing else. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <QuietPage
      title="Something went wrong"
      lead={`The failure is on our side and has been noted. Reference: ${error.digest ?? 'none'}`}
    >
      <Button variant="primary" className="w-full" onClick={reset}>
        Try again
      </Button>
    </QuietPage>
  );
}
