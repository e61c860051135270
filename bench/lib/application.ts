import { type Child, startChild } from './child';
import { settingsOf, type World } from './world';

/** Starts a file that calls the application's own code, in a world, in a process of its own. */
export const startApplication = <Question extends object, Answer>(
  world: World,
  file: URL,
  env: Record<string, string> = {},
): Child<Question, Answer> =>
  startChild<Question, Answer>(file, {
    env: { ...settingsOf(world, 1), ...env },
    nodeArgs: ['--conditions=react-server'], // what `server-only` asks for
  });
