import { cn } from './cn';
import { initials } from './initials';

type AvatarProps = {
  name: string;
  colour: string | null;
  photoUrl?: string | null;
  size?: 'sm' | 'md' | 'lg';
};

const sizes = { sm: 'size-6', md: 'size-8', lg: 'size-14' };

/**
 * A person's photo or initials inside a ring of their own colour. Decorative: the name stands
 * beside it. The colour is an SVG attribute, because the policy on styles forbids inline ones.
 */
export function Avatar({ name, colour, photoUrl, size = 'md' }: AvatarProps) {
  return (
    <span aria-hidden className={cn('relative inline-block shrink-0', sizes[size])}>
      <svg viewBox="0 0 32 32" className="block size-full">
        <circle cx="16" cy="16" r="16" className="fill-sunken" />
        {photoUrl ? null : (
          <text
            x="16"
            y="16.5"
            textAnchor="middle"
            dominantBaseline="central"
            fontSize="11.5"
            fontWeight="600"
            className="fill-muted"
          >
            {initials(name)}
          </text>
        )}
      </svg>
      {photoUrl ? (
        // The route that serves photos checks who asks; next/image would cache past that check.
        <img
          src={photoUrl}
          alt=""
          loading="lazy"
          decoding="async"
          className="absolute inset-0 size-full rounded-full object-cover"
        />
      ) : null}
      <svg viewBox="0 0 32 32" className="absolute inset-0 size-full">
        <circle
          cx="16"
          cy="16"
          r="15"
          fill="none"
          strokeWidth="2"
          {...(colour ? { stroke: colour } : { className: 'stroke-edge' })}
        />
      </svg>
    </span>
  );
}
