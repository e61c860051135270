// @ts-check
// The production server, a child of `npm start`. Over `next start` it adds the address of the peer,
// which a request cannot forge, and an end that lets every request under way finish.
import http from 'node:http';
import next from 'next';

const PEER = 'x-gatehouse-peer';
const PATIENCE = 10_000;

process.title = 'gatehouse-server';
process.env.PEER_HEADER = 'true';
const port = Number(process.env.PORT);
const server = http.createServer();
const app = next({ dev: false, port, httpServer: server });

/** @type {ReturnType<typeof app.getRequestHandler>} */
let handle;
let ending = false;

server.on('request', (request, response) => {
  request.headers[PEER] = request.socket.remoteAddress ?? '';
  if (ending) response.setHeader('Connection', 'close');
  handle(request, response).catch((error) => {
    console.error(error);
    if (!response.headersSent) response.statusCode = 500;
    response.end();
  });
});

/** Takes no more jobs; a mail under way may be sent. The worker puts itself there (lib/worker). */
async function endWorker() {
  const { [Symbol.for('gatehouse.worker')]: worker } = /** @type {any} */ (globalThis);
  await worker?.stop();
}

/** Takes no new connection, answers what was asked, closes. */
function end() {
  if (ending) return;
  ending = true;
  const worked = endWorker();
  server.close(async () => {
    await Promise.all([app.close(), worked]);
    process.exit(0);
  });
  setInterval(() => server.closeIdleConnections(), 50);
  setTimeout(() => server.closeAllConnections(), PATIENCE);
}

process.on('SIGTERM', end);
process.on('SIGINT', end);
// Who owns the data directory died without a word (kill -9): nobody keeps the database any more.
process.on('disconnect', () => process.exit(1));
// Like `next start`: a fault of one request is not the end of the others.
process.on('uncaughtException', (error) => console.error(error));
process.on('unhandledRejection', (error) => console.error(error));

server.once('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
await app.prepare();
handle = app.getRequestHandler();
server.listen(port, () => process.send?.('ready'));
