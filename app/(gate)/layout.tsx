import type { ReactNode } from 'react';
import { SessionWatch } from '@/components/shell/session-watch';

export default function StepLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SessionWatch />
      {children}
    </>
  );
}
