import { redirect } from 'next/navigation';
import { adminPage } from '@/lib/auth/page';

export default adminPage('users.read', () => {
  redirect('/admin/users');
});
