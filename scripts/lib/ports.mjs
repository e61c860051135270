// @ts-check
import net from 'node:net';

/**
 * Whether a server could listen there now. Without a host: on all addresses.
 * @param {number} port @param {string} [host]
 * @returns {Promise<boolean>}
 */
export async function isFree(port, host) {
  try {
    await listen(port, host);
    return true;
  } catch {
    return false;
  }
}

/** A port of this machine that nobody uses at the moment. */
export const freePort = () => listen(0, '127.0.0.1');

/** @param {number} port @param {string} [host] @returns {Promise<number>} */
function listen(port, host) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen({ port, host }, () => {
      const address = /** @type {net.AddressInfo} */ (server.address());
      server.close(() => resolve(address.port));
    });
  });
}
