import { hierarchy } from 'd3-hierarchy';
import type { ChartNode } from '@/lib/organisation/structure/chart';

export const BOX = { width: 240, height: 36 };
const GAP = { x: 56, y: 8 };
const MARGIN = 16;

/** A box at its place; `from` is the box it hangs on. */
export type Box = {
  key: string;
  depth: number;
  node: ChartNode;
  x: number;
  y: number;
  from: { x: number; y: number } | null;
};

export type ChartLayout = { width: number; height: number; boxes: Box[] };

const xOf = (depth: number) => MARGIN + depth * (BOX.width + GAP.x);

/**
 * Places a chart from left to right, a column a level and a row a leaf. Each box stands beside the
 * first of those below it, so that a long chart is read from its top like a list.
 */
export function layoutOf(company: ChartNode): ChartLayout {
  const root = hierarchy(company);
  const rows = new Map<ChartNode, number>();
  root.leaves().forEach(({ data }, row) => rows.set(data, row));
  root.eachAfter(({ data, children }) => {
    const first = children?.[0];
    if (first) rows.set(data, rows.get(first.data) ?? 0);
  });
  const at = (depth: number, node: ChartNode) => ({
    x: xOf(depth),
    y: MARGIN + (rows.get(node) ?? 0) * (BOX.height + GAP.y),
  });
  const boxes = root.descendants().map(({ data, depth, parent }) => ({
    key: data.id,
    depth,
    node: data,
    ...at(depth, data),
    from: parent ? at(parent.depth, parent.data) : null,
  }));
  const leaves = root.leaves().length;
  return {
    width: xOf(root.height) + BOX.width + MARGIN,
    height: 2 * MARGIN + leaves * (BOX.height + GAP.y) - GAP.y,
    boxes,
  };
}
