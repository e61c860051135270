// @ts-check

/** Why a command goes no further: its message is the one line that the person gets. */
export class Refusal extends Error {}

/**
 * Tells the person why: one line for what they can mend, the whole trace for a fault of ours.
 * @param {unknown} error
 */
export function report(error) {
  if (!(error instanceof Error)) return console.error(String(error));
  const mendable = error instanceof Refusal || 'code' in error;
  console.error(mendable ? error.message.trim().replace(/\s*\n\s*/g, ' ') : error.stack);
}
