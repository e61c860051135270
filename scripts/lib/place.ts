import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { type Account, canReach, openPrivateRoom, serviceAccount } from './account';
import { findBinaries } from './binaries';
import { Refusal } from './refusal.mjs';

/** Where PostgreSQL's programs and its cluster are, and the account that may use both. */
export interface Place {
  binaries: string;
  cluster: string;
  account: Account;
  /** What lies outside the data directory, to tell the person once, in one line. */
  note?: string;
}

/**
 * Finds or chooses the place of a data directory's cluster. It is `DATA_DIR/postgres`; where root's
 * helper account cannot pass (a clone below /root), that is a link into a private room elsewhere.
 */
export function findPlace(dataDir: string): Place {
  const cluster = path.join(dataDir, 'postgres');
  const there = fs.lstatSync(cluster, { throwIfNoEntry: false });
  const account = accountFor(cluster, there);
  const notes: (string | undefined)[] = [];
  if (!there && !canReach(dataDir, account)) fs.symlinkSync(newRoom(dataDir, account), cluster);
  const real = followLink(cluster);
  if (real !== cluster) notes.push(`the database's files are in ${real}`);
  if (!canReach(path.dirname(real), account)) throw unreachable(real);
  openPrivateRoomFor(account);
  const binaries = findBinaries(account);
  notes.push(binaries.note);
  const note = notes.filter(Boolean).join('; ');
  return { binaries: binaries.folder, cluster: real, account, ...(note && { note }) };
}

/** An existing cluster stays with whoever owns it: PostgreSQL insists. */
function accountFor(cluster: string, there: fs.Stats | undefined): Account {
  const owner = there && fs.statSync(cluster, { throwIfNoEntry: false });
  if (process.getuid?.() === 0 && owner && owner.uid !== 0)
    return { uid: owner.uid, gid: owner.gid };
  return serviceAccount();
}

/** Named for its data directory, and never that of an earlier one at the same path. */
function newRoom(dataDir: string, account: Account): string {
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const room = path.join(openPrivateRoom(), `${hash}-${randomBytes(4).toString('hex')}`);
  fs.mkdirSync(room, { mode: 0o700 });
  if (account.uid !== undefined) fs.chownSync(room, account.uid, account.gid ?? account.uid);
  return path.join(room, 'cluster');
}

function followLink(cluster: string): string {
  const link = fs.lstatSync(cluster, { throwIfNoEntry: false });
  return link?.isSymbolicLink() ? fs.readlinkSync(cluster) : cluster;
}

function openPrivateRoomFor(account: Account): void {
  if (account.uid !== undefined) openPrivateRoom();
}

const unreachable = (cluster: string) =>
  new Refusal(`PostgreSQL's account cannot reach ${cluster}: let others pass through its folders.`);
