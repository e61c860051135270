import { QuietPage } from '@/components/shell/quiet-page';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { BackToSignIn } from './back-to-sign-in';

/** What everybody is told who asked, whatever came of it (security 27). */
export const Sent = () => (
  <QuietPage title="Look into your mail" footer={<BackToSignIn />}>
    <Notice tone="success" className="mb-4">
      If the e-mail belongs to an account that may sign in, a mail is on its way.
    </Notice>
    <p className="mb-4 text-pretty text-muted">
      Its link counts for one hour, and a newer one replaces it. Nothing came? Look into the junk
      folder, then check the address; three mails an hour are the most.
    </p>
    <ButtonLink href="/password_reset" className="w-full">
      Ask again
    </ButtonLink>
  </QuietPage>
);
