import type { Row } from './table';

/** The rows of a table, of which each sheet takes as many as it holds. */
export class Supply {
  private batch: readonly Row[] = [];
  private readonly batches: AsyncIterator<readonly Row[]>;

  constructor(rows: AsyncIterable<readonly Row[]>) {
    this.batches = rows[Symbol.asyncIterator]();
  }

  /** Are there rows left? */
  async more(): Promise<boolean> {
    while (this.batch.length === 0) {
      const next = await this.batches.next();
      if (next.done) return false;
      this.batch = next.value;
    }
    return true;
  }

  /** Up to so many of the next rows, of those `more` has found. */
  take(most: number): readonly Row[] {
    const taken = this.batch.slice(0, most);
    this.batch = this.batch.slice(most);
    return taken;
  }

  /** Nothing more is wanted: whoever makes the rows may stop. */
  async end(): Promise<void> {
    await this.batches.return?.();
  }
}
