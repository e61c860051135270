import type { ComponentProps } from 'react';

type SwatchProps = Omit<ComponentProps<'input'>, 'type' | 'name' | 'className'> & {
  /** What people call it; also its tooltip. */
  label: string;
  /** Null: no colour. */
  colour: string | null;
};

/** One colour as a native radio of the group `colour`. SVG attributes, for the policy on styles. */
export function Swatch({ label, colour, ...radio }: SwatchProps) {
  return (
    <label
      title={label}
      className="relative grid size-8 place-items-center rounded-md border border-transparent hover:bg-hover has-checked:border-strong has-checked:bg-sunken"
    >
      <input
        {...radio}
        type="radio"
        name="colour"
        aria-label={label}
        className="peer absolute inset-0 appearance-none rounded-md"
      />
      <svg viewBox="0 0 20 20" aria-hidden className="size-5 peer-checked:*:last:opacity-100">
        {colour === null ? (
          <path
            d="M1.5 10a8.5 8.5 0 1 0 17 0 8.5 8.5 0 0 0-17 0ZM4 16 16 4"
            fill="none"
            strokeWidth="1.5"
            className="stroke-strong"
          />
        ) : (
          <>
            <circle cx="10" cy="10" r="9" fill={colour} />
            <path
              d="m6 10.5 2.7 2.7L14 7.5"
              fill="none"
              stroke="#fff"
              strokeWidth="2"
              strokeLinecap="round"
              strokeLinejoin="round"
              className="opacity-0"
            />
          </>
        )}
      </svg>
    </label>
  );
}
