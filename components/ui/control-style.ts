/** The frame shared by every text-like control. */
export const controlStyle =
  'block w-full rounded-md border border-strong bg-surface px-3 text-base text-ink transition-[border-color] ' +
  'placeholder:text-faint hover:border-muted focus-visible:border-focus focus-visible:outline-offset-0 ' +
  'disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-muted ' +
  '[&[readonly]]:bg-sunken aria-invalid:border-invalid max-md:text-lg';
