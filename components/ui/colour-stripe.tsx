/**
 * A person's colour along the left edge of the nearest positioned ancestor, which it tints faintly
 * behind the content; that ancestor needs a stacking context of its own. The colour is an SVG attribute, because the policy on styles forbids inline ones.
 */
export function ColourStripe({ colour }: { colour: string }) {
  return (
    <svg aria-hidden className="pointer-events-none absolute inset-0 -z-10 size-full">
      <rect width="100%" height="100%" fill={colour} fillOpacity="0.045" />
      <rect width="3" height="100%" fill={colour} />
    </svg>
  );
}
