import { setImmediate as tick } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { turns } from './in-turn';

it('lets so many run at a time, each after the other, whatever came of them', async () => {
  const inTurn = turns(2);
  let running = 0;
  let most = 0;
  const work = (i: number) => async () => {
    most = Math.max(most, (running += 1));
    await tick();
    running -= 1;
    if (i % 3 === 0) throw new Error('failed');
    return i;
  };
  const results = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => inTurn(work(i))));
  expect(most).toBe(2);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(13);
  expect(running).toBe(0);
});

it('turns away who would be one too many to wait', async () => {
  const inTurn = turns(1, 2, () => new Error('full'));
  const results = await Promise.allSettled(Array.from({ length: 5 }, () => inTurn(() => tick(1))));
  expect(results.map(({ status }) => status)).toEqual([
    ...Array<string>(3).fill('fulfilled'),
    ...Array<string>(2).fill('rejected'),
  ]);
});
