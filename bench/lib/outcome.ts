/** What a bench found: whether the ratio meets its target, and the figures behind it. */
export interface Outcome {
  ratio: number;
  target: number;
  ok: boolean;
  figures: Record<string, unknown>;
}
