import { readFile } from 'node:fs/promises';
import { preparePhoto } from '@/lib/photos/prepare';
import { picture, uploaded } from './pictures';

// Prepares the file named by its argument in a process of its own, and prints how many megabytes
// that took at most, over what an ordinary photo takes, and whether it was refused.

let peak = 0;
const rss = () => (peak = Math.max(peak, process.memoryUsage.rss()));
const bytes = await readFile(process.argv[2]!);

await preparePhoto(uploaded(await picture('jpeg')));
const before = rss();
const watch = setInterval(rss, 1);
const refused = await preparePhoto(uploaded(bytes)).then(
  () => false,
  () => true,
);
clearInterval(watch);
rss();
console.log(JSON.stringify({ refused, megabytes: (peak - before) / 1024 / 1024 }));
