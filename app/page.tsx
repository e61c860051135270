import { redirect } from 'next/navigation';
import { cabinetPage } from '@/lib/auth/page';
import { startPage } from './start-page';

export default cabinetPage((actor) => {
  redirect(startPage(actor));
});
