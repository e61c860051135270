import { cn } from './cn';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
export type ButtonSize = 'sm' | 'md';

const base =
  'relative inline-flex shrink-0 items-center justify-center gap-2 rounded-md border font-medium whitespace-nowrap ' +
  'select-none transition-[background-color,border-color,color] [&_svg]:size-4 [&_svg]:shrink-0 ' +
  'disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed';

const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-hover',
  secondary:
    'border-edge bg-raised text-ink hover:bg-[color-mix(in_oklab,var(--color-raised),var(--color-ink)_5%)] data-popup-open:bg-sunken',
  ghost:
    'border-transparent text-muted hover:bg-hover hover:text-ink data-popup-open:bg-hover data-popup-open:text-ink',
  danger: 'border-transparent bg-state-danger text-on-accent hover:bg-state-danger-hover',
};

const sizes: Record<ButtonSize, string> = {
  sm: 'h-7 px-2.5 text-sm',
  md: 'h-9 px-3.5 text-base',
};

const squares: Record<ButtonSize, string> = { sm: 'w-7 px-0', md: 'w-9 px-0' };

/** The classes of a button or of a link that looks like one; `square` is for a lone icon. */
export function buttonStyle(
  variant: ButtonVariant = 'secondary',
  size: ButtonSize = 'md',
  square = false,
): string {
  return cn(base, variants[variant], sizes[size], square && squares[size]);
}
