import { redirect } from 'next/navigation';
import { holds } from '@/lib/access/rights';
import { cabinetPage } from '@/lib/auth/page';

export default cabinetPage((actor) => {
  redirect(holds(actor, 'users.read') ? '/admin/users' : '/personal-cabinet');
});
