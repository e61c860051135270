import { rotateKeys } from '@/scripts/lib/keys';

// A process of its own that rotates the keys of DATABASE_URL, to be killed on the way.
console.log(JSON.stringify(await rotateKeys(process.env.DATABASE_URL!, console.error)));
