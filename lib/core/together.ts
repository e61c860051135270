type Waiting<Key, Value> = {
  key: Key;
  resolve: (value: Value | undefined) => void;
  reject: (error: unknown) => void;
};

/**
 * Asks once for all that is wanted in one turn of the event loop; `ask` answers in the order of the
 * keys. It begins after each of them came and nothing is kept, so every answer is as fresh as one
 * asked for alone. When it fails, it fails for all of them.
 */
export function together<Key, Value>(
  ask: (keys: Key[]) => Promise<(Value | undefined)[]>,
): (key: Key) => Promise<Value | undefined> {
  let waiting: Waiting<Key, Value>[] = [];
  const begin = async () => {
    const all = waiting;
    waiting = [];
    try {
      const values = await ask(all.map(({ key }) => key));
      all.forEach(({ resolve }, i) => resolve(values[i]));
    } catch (error) {
      all.forEach(({ reject }) => reject(error));
    }
  };
  return (key) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(() => void begin());
      waiting.push({ key, resolve, reject });
    });
}
