import type { ChartNode } from '@/lib/organisation/structure/chart';
import { ChartBox } from './chart-box';
import { BOX, layoutOf, type Box } from './layout-of';

type ChartSvgProps = {
  chart: ChartNode;
  /** As a picture of its own: on white, in the file's own type. */
  standalone?: boolean;
};

/** From the right edge of a box to the left edge of one below it, in right angles. */
function pathOf({ x, y, from }: Box): string | undefined {
  if (!from) return undefined;
  const [startX, startY, endY] = [from.x + BOX.width, from.y + BOX.height / 2, y + BOX.height / 2];
  return `M${startX} ${startY}H${(startX + x) / 2}V${endY}H${x}`;
}

/**
 * The organisation as a picture. Colours are attributes, so that it stands alone; on a page the
 * classes set those of the theme instead.
 */
export function ChartSvg({ chart, standalone = false }: ChartSvgProps) {
  const { width, height, boxes } = layoutOf(chart);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      role="img"
      aria-label={`Organisation chart of ${chart.name}`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily={standalone ? 'Geist, Inter, Helvetica, Arial, sans-serif' : undefined}
      fontSize={13}
    >
      {standalone ? <rect width={width} height={height} fill="#ffffff" /> : null}
      <path d={boxes.map(pathOf).join('')} fill="none" stroke="#a3a8b4" className="stroke-strong" />
      {boxes.map((box) => (
        <ChartBox key={box.key} box={box} />
      ))}
    </svg>
  );
}
