import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { createCluster, launch, stopOrphan, stopPostgres } from './lib/cluster';
import { keep, readKept } from './lib/kept-settings';
import { takeOwnership } from './lib/owner.mjs';
import { findPlace, type Place } from './lib/place';
import { freePort, isFree } from './lib/ports.mjs';
import { Refusal } from './lib/refusal.mjs';

/** The embedded PostgreSQL while it runs. */
export interface Database {
  url: string;
  /** Ends it cleanly and gives the data directory up. */
  stop(): Promise<void>;
}

export interface DatabaseOptions {
  dataDir: string;
  /** Unset: the one kept in the data directory, else a free one. */
  port?: number;
  /** False: faster, and lost with the machine. For tests. */
  durable?: boolean;
  /** Receives lines for the person, one at a time; unset: none. */
  say?: (line: string) => void;
  /** Called when PostgreSQL died and could not be brought back. */
  onLost?: (error: Error) => void;
}

/** PostgreSQL may die so often within this time, and gets as long to come back. */
const DEATHS = 5;
const REVIVAL = 60_000;
const LOG_LIMIT = 10 * 1024 * 1024;

/**
 * Starts the embedded PostgreSQL 18 of a data directory, made when it is new, and owns both until
 * `stop`. Ends an orphan first, and brings PostgreSQL back when it dies. Throws an OwnedError when
 * another process owns the directory.
 */
export async function startDatabase(options: DatabaseOptions): Promise<Database> {
  const dataDir = path.resolve(options.dataDir);
  const say = options.say ?? (() => {});
  const release = takeOwnership(dataDir);
  try {
    const real = fs.realpathSync(dataDir);
    const place = findPlace(real);
    if (place.note) say(`As root: ${place.note}.`);
    if (await stopOrphan(place.cluster)) say('Stopped a PostgreSQL that had outlived its owner.');
    const credentials = await chooseCredentials(real, options.port);
    createCluster(place, credentials.password);
    const server = new Server(place, credentials, logFile(real), options);
    await server.start();
    await createDatabase(credentials);
    const stop = async () => {
      await server.stop();
      release();
    };
    return { url: urlOf(credentials, 'gatehouse'), stop };
  } catch (error) {
    release();
    throw error;
  }
}

interface Credentials {
  port: number;
  password: string;
}

const urlOf = ({ port, password }: Credentials, database: string) =>
  `postgresql://gatehouse:${password}@127.0.0.1:${port}/${database}`;

/** The address of the database whose owner runs elsewhere, from what the directory keeps. */
export function keptDatabaseUrl(dataDir: string): string | undefined {
  const { database } = readKept(dataDir);
  return database && urlOf(database, 'gatehouse');
}

async function chooseCredentials(dataDir: string, wanted?: number): Promise<Credentials> {
  const { database } = readKept(dataDir);
  const password = database?.password ?? randomBytes(24).toString('base64url');
  const before = wanted ?? database?.port;
  const port =
    before && (wanted || (await isFree(before, '127.0.0.1'))) ? before : await freePort();
  if (port !== database?.port) keep(dataDir, { database: { port, password } });
  return { port, password };
}

function logFile(dataDir: string): string {
  const log = path.join(dataDir, 'log', 'postgres.log');
  fs.mkdirSync(path.dirname(log), { recursive: true, mode: 0o700 });
  if ((fs.statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) {
    fs.renameSync(log, `${log}.1`);
  }
  return log;
}

async function createDatabase(credentials: Credentials): Promise<void> {
  const client = new pg.Client(urlOf(credentials, 'postgres'));
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = 'gatehouse'");
    if (found.rowCount === 0) await client.query('CREATE DATABASE gatehouse');
  } finally {
    await client.end();
  }
}

/** One PostgreSQL process, and its successor when it dies. */
class Server {
  private child: ChildProcess | undefined;
  private stopping = false;
  private readonly deaths: number[] = [];
  // Whatever ends us without `stop` must not leave PostgreSQL behind.
  private readonly endWithUs = () => void this.child?.kill('SIGINT');

  constructor(
    private readonly place: Place,
    private readonly credentials: Credentials,
    private readonly log: string,
    private readonly options: DatabaseOptions,
  ) {}

  async start(): Promise<void> {
    const { place, credentials, log, options } = this;
    const child = launch(place, credentials.port, options.durable ?? true, log);
    this.child = child;
    let dead: Error | undefined;
    const died = (why: string) => {
      dead ??= new Refusal(`PostgreSQL ended (${why}); its log is ${log}`);
    };
    child.once('error', (error) => died(error.message));
    child.once('exit', (code, signal) => died(signal ?? `code ${code}`));
    process.off('exit', this.endWithUs).on('exit', this.endWithUs);
    await this.untilReady(() => dead);
    child.once('exit', () => void this.revive());
    if (dead) void this.revive();
  }

  /** Recovery after a crash may take minutes: as long as the process lives there is hope. */
  private async untilReady(dead: () => Error | undefined): Promise<void> {
    for (let waited = 0; ; waited += 50) {
      const failure = dead();
      if (failure) throw failure;
      if (await canConnect(this.credentials)) return;
      if (waited === 5000) this.options.say?.('PostgreSQL is recovering …');
      await sleep(50);
    }
  }

  private async revive(): Promise<void> {
    if (this.stopping) return;
    const begun = Date.now();
    const recent = this.deaths.filter((at) => at > begun - REVIVAL);
    this.deaths.splice(0, this.deaths.length, ...recent, begun);
    this.options.say?.('PostgreSQL ended by itself; starting it again.');
    while (this.deaths.length <= DEATHS && Date.now() < begun + REVIVAL) {
      // What is left of the dead one must go first; it notices within moments.
      await sleep(300);
      if (this.stopping) return;
      if (await this.startAgain()) return;
    }
    this.options.onLost?.(new Refusal(`PostgreSQL keeps ending; its log is ${this.log}`));
  }

  private startAgain(): Promise<boolean> {
    return this.start().then(
      () => true,
      () => false,
    );
  }

  async stop(): Promise<void> {
    this.stopping = true;
    process.off('exit', this.endWithUs);
    const pid = this.child?.pid;
    if (pid && this.child?.exitCode === null && this.child.signalCode === null) {
      await stopPostgres(pid);
    }
  }
}

async function canConnect(credentials: Credentials): Promise<boolean> {
  const url = urlOf(credentials, 'postgres');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    await client.end().catch(() => {});
    return false;
  }
}
