import Link from 'next/link';

export const BackToSignIn = () => (
  <Link href="/login" className="underline underline-offset-2">
    Back to sign-in
  </Link>
);
