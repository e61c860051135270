import { redirect } from 'next/navigation';
import { startPage } from '@/app/start-page';
import { adminPage } from '@/lib/auth/page';

export default adminPage(['users.read', 'contracts.read'], (actor) => {
  redirect(startPage(actor));
});
