import { create } from 'qrcode';

const QUIET = 4; // modules of white around it, as readers expect

/** The dark modules as one path: a run of them in a row is one rectangle. */
function pathOf(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const rows = Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) => (modules.get(y, x) ? '#' : ' ')).join(''),
  );
  const runs = rows.flatMap((row, y) =>
    [...row.matchAll(/#+/g)].map(({ index, 0: run }) => {
      const width = run.length;
      return `M${index + QUIET} ${y + QUIET}h${width}v1h-${width}z`;
    }),
  );
  return { size: size + 2 * QUIET, path: runs.join('') };
}

/** A QR code drawn by the server: black on white, whatever the theme. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = pathOf(text);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-56 shrink-0 rounded-md border forced-color-adjust-none"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
