import { expect, it } from 'vitest';
import { together } from './together';

const turn = () => new Promise((resolve) => setImmediate(resolve));

function counting() {
  const asked: string[][] = [];
  const lookUp = together(async (keys: string[]) => {
    asked.push(keys);
    return keys.map((key) => (key === 'nobody' ? undefined : `${key}!`));
  });
  return { asked, lookUp };
}

it('asks once for what is wanted in one turn, and gives each its own', async () => {
  const { asked, lookUp } = counting();
  const answers = await Promise.all(['a', 'nobody', 'b', 'a'].map(lookUp));
  expect(answers).toEqual(['a!', undefined, 'b!', 'a!']);
  expect(asked).toEqual([['a', 'nobody', 'b', 'a']]);
});

it('asks again for what comes later, also while the first is under way: nothing is kept', async () => {
  const asked: string[][] = [];
  let release = () => {};
  const lookUp = together(async (keys: string[]) => {
    asked.push(keys);
    const state = asked.length;
    if (state === 1) await new Promise<void>((resolve) => (release = resolve));
    return keys.map(() => state);
  });
  const early = lookUp('a');
  await turn();
  expect(await lookUp('a')).toBe(2);
  release();
  expect(await early).toBe(1);
  expect(asked).toEqual([['a'], ['a']]);
});

it('fails for all of them, and for nobody afterwards', async () => {
  let broken = true;
  const lookUp = together(async (keys: string[]) => {
    if (broken) throw new Error('out of reach');
    return keys;
  });
  const results = await Promise.allSettled([lookUp('a'), lookUp('b')]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  broken = false;
  expect(await lookUp('a')).toBe('a');
});
