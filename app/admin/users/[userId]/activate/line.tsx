import type { ReactNode } from 'react';

/** One thing that comes back or not, and what about it. */
export const Line = ({ what, about }: { what: ReactNode; about: ReactNode }) => (
  <li className="wrap-anywhere">
    <span className="font-medium">{what}</span>
    <span className="block text-sm text-muted">{about}</span>
  </li>
);
