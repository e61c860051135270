import { cn } from '@/components/ui/cn';

type SwatchProps = { name: string; colour: string; chosen: boolean; onChoose: () => void };

/** One colour as a button; pressed again it is taken back. SVG attributes, for the policy on styles. */
export function Swatch({ name, colour, chosen, onChoose }: SwatchProps) {
  return (
    <button
      type="button"
      aria-label={`${name}, ${colour}`}
      aria-pressed={chosen}
      onClick={onChoose}
      className={cn(
        'grid size-8 place-items-center rounded-md border hover:bg-hover',
        chosen ? 'border-strong bg-sunken' : 'border-transparent',
      )}
    >
      <svg viewBox="0 0 20 20" aria-hidden className="size-5">
        <circle cx="10" cy="10" r="9" fill={colour} />
        {chosen ? (
          <path
            d="m6 10.5 2.7 2.7L14 7.5"
            fill="none"
            stroke="#fff"
            strokeWidth="2"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        ) : null}
      </svg>
    </button>
  );
}
