import { BOX, type Box } from './layout-of';

const LONGEST = 26;

/** A name that fits its box; whole on hover. */
function fitting(name: string): string {
  const characters = [...name];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : name;
}

const LOOKS = [
  {
    fill: '#3b45c4',
    text: '#ffffff',
    stroke: '#3b45c4',
    box: 'fill-accent-solid stroke-none',
    ink: 'fill-on-accent',
    count: 'fill-on-accent',
  },
  {
    fill: '#f4f5f7',
    text: '#1b1e25',
    stroke: '#d4d7de',
    box: 'fill-sunken stroke-edge',
    ink: 'fill-ink',
    count: 'fill-muted',
  },
  {
    fill: '#ffffff',
    text: '#1b1e25',
    stroke: '#e4e6eb',
    box: 'fill-surface stroke-line',
    ink: 'fill-ink',
    count: 'fill-muted',
  },
];

/** One box of the chart: a name, and how many people. */
export function ChartBox({ box: { node, depth, x, y } }: { box: Box }) {
  const look = LOOKS[Math.min(depth, LOOKS.length - 1)] ?? LOOKS[0];
  const middle = y + BOX.height / 2;
  const people = node.people.toLocaleString('en');
  return (
    <g>
      <title>{`${node.name}, ${people} people`}</title>
      <rect
        x={x}
        y={y}
        {...BOX}
        rx={6}
        fill={look?.fill}
        stroke={look?.stroke}
        className={look?.box}
      />
      <text
        x={x + 12}
        y={middle}
        dominantBaseline="central"
        fontWeight={depth < 2 ? 600 : 400}
        fill={look?.text}
        className={look?.ink}
      >
        {fitting(node.name)}
      </text>
      <text
        x={x + BOX.width - 12}
        y={middle}
        dominantBaseline="central"
        textAnchor="end"
        fill={look?.text}
        className={look?.count}
      >
        {people}
      </text>
    </g>
  );
}
