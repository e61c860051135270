// @ts-check
import { endCommands } from './commands.mjs';

/** @type {(() => unknown)[]} */
const steps = [];
/** @type {Promise<never> | undefined} */
let stopping;

/**
 * What to do before this process ends; the last added comes first.
 * @param {() => unknown} step
 */
export const beforeEnd = (step) => void steps.push(step);

/**
 * Undoes what was started, in reverse, and ends the process. Asked again, it is the same end: npm
 * passes a Ctrl-C on that the terminal has sent to us as well.
 * @param {number} code
 * @returns {Promise<never>}
 */
export function end(code) {
  stopping ??= (async () => {
    endCommands();
    for (const step of steps.reverse()) {
      try {
        await step();
      } catch (error) {
        console.error(error);
        code = 1;
      }
    }
    process.exit(code);
  })();
  return stopping;
}

/** Whether the end has begun: what fails from then on was made to. */
export const isEnding = () => stopping !== undefined;

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => void end(0));
