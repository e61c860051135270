import { fork } from 'node:child_process';
import { beforeEnd } from '../../scripts/lib/stopping.mjs';

/** Does one kind of work in a process of its own; one question at a time. */
export interface Child<Question, Answer> {
  ask(question: Question): Promise<Answer>;
}

type Reply<Answer> = { answer: Answer } | { failure: string };

interface ChildOptions {
  env?: NodeJS.ProcessEnv;
  /** More arguments for Node. */
  nodeArgs?: string[];
}

/** Starts a TypeScript file that calls `answerQuestions`; it ends with the bench. */
export function startChild<Question extends object, Answer>(
  file: URL,
  { env = process.env, nodeArgs = [] }: ChildOptions = {},
): Child<Question, Answer> {
  const execArgv = ['--import', import.meta.resolve('tsx'), ...nodeArgs];
  const child = fork(file, { env, execArgv, serialization: 'advanced' });
  beforeEnd(() => void child.kill());
  const ask = (question: Question) =>
    new Promise<Answer>((resolve, reject) => {
      const ended = () => reject(new Error(`${file.pathname} ended before it answered.`));
      child.once('exit', ended);
      child.once('message', (reply: Reply<Answer>) => {
        child.off('exit', ended);
        if ('answer' in reply) resolve(reply.answer);
        else reject(new Error(reply.failure));
      });
      child.send(question);
    });
  return { ask };
}

/** In the child: answers whatever `ask` sends, until the bench is gone. */
export function answerQuestions(answer: (question: never) => Promise<unknown>): void {
  process.on('message', (question: unknown) => {
    answer(question as never).then(
      (given) => process.send?.({ answer: given }),
      (error: unknown) => process.send?.({ failure: String(error) }),
    );
  });
  process.on('disconnect', () => process.exit());
}
