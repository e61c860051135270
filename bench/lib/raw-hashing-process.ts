import { hash, verify } from '@node-rs/argon2';
import { ARGON2ID } from '@/lib/credentials/argon2id';
import { answerQuestions } from './child';
import { ticks } from './figures';
import type { Hashing } from './raw-hashing';

/** Verifies one password over and over in the thread pool; answers how many a second. */
async function work({ connections, seconds }: Hashing): Promise<number> {
  const password = 'the password of the bench';
  const stored = await hash(password, ARGON2ID);
  const began = ticks();
  const end = began + seconds * 1000;
  let verified = 0;
  const one = async () => {
    while (ticks() < end) {
      if (!(await verify(stored, password))) throw new Error('The password does not match.');
      verified += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  return verified / ((ticks() - began) / 1000);
}

answerQuestions(work);
