import type { Metadata } from 'next';
import { publicPage } from '@/lib/auth/page';
import { lookAtReset } from '@/lib/passwords/complete-reset';
import { Ask } from './ask';
import { Choose } from './choose';
import { Sent } from './sent';

export const metadata: Metadata = { title: 'Password reset' };

// Reading this address changes nothing, however often scanners do it (security 24).
export default publicPage(async ({ searchParams }) => {
  const { token, notice } = await searchParams;
  if (token !== undefined) {
    const live = typeof token === 'string' ? await lookAtReset(token) : undefined;
    return live ? <Choose token={String(token)} {...live} /> : <Ask noLonger />;
  }
  return notice === 'sent' ? <Sent /> : <Ask noLonger={notice === 'invalid'} />;
});
