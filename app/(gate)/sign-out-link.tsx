import { signOutAction } from '@/app/actions';
import { SignOutForm } from '@/components/shell/sign-out-form';
import { Button } from '@/components/ui/button';

/** The other thing that an owed step leaves open. */
export function SignOutLink({ hint }: { hint?: string }) {
  return (
    <>
      {hint ? <p className="mb-2 text-pretty">{hint}</p> : null}
      <SignOutForm action={signOutAction}>
        <Button type="submit" variant="ghost">
          Sign out instead
        </Button>
      </SignOutForm>
    </>
  );
}
