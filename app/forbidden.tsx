import { QuietPage } from '@/components/shell/quiet-page';
import { ButtonLink } from '@/components/ui/button';

export default function Page() {
  return (
    <QuietPage
      title="Not allowed"
      lead="Your rights do not allow this, or the request was not one of our own. Nothing was changed."
    >
      <ButtonLink href="/" variant="primary" className="w-full">
        Go to the start page
      </ButtonLink>
    </QuietPage>
  );
}
