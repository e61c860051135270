import { QuietPage } from '@/components/shell/quiet-page';
import { ButtonLink } from '@/components/ui/button';

export default function Page() {
  return (
    <QuietPage
      title="Nothing here"
      lead="There is nothing at this address, or not for you. Check the link and the filters in it."
    >
      <ButtonLink href="/" variant="primary" className="w-full">
        Go to the start page
      </ButtonLink>
    </QuietPage>
  );
}
