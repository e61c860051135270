/** The product's mark: a gate in a wall, with the keyhole of who may pass. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 24 24" className={className}>
      <path
        className="fill-accent-solid"
        d="M4 3h3v2.5h2.5V3h5v2.5H17V3h3a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1Z"
      />
      <path className="fill-on-accent" d="M7.5 21v-6a4.5 4.5 0 0 1 9 0v6Z" />
      <path
        className="fill-accent-solid"
        d="M12 13.4a1.5 1.5 0 0 1 .8 2.77l.5 2.33h-2.6l.5-2.33a1.5 1.5 0 0 1 .8-2.77Z"
      />
    </svg>
  );
}
