import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { Refusal } from './refusal.mjs';

/** The system account PostgreSQL runs as: nothing when that is simply our own. */
export interface Account {
  uid?: number;
  gid?: number;
}

/** Where root puts what PostgreSQL's account could not reach inside a private folder. */
export const PRIVATE_ROOM = '/var/lib/gatehouse';

const NAME = 'postgres';

/** PostgreSQL refuses to run as root: root lends it the system's account for it, made when missing. */
export function serviceAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  return lookUp() ?? createAccount();
}

function lookUp(): Account | undefined {
  const id = (flag: string) => spawnSync('id', [flag, NAME], { encoding: 'utf8' });
  const [uid, gid] = [id('-u'), id('-g')];
  if (uid.status !== 0 || gid.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

function createAccount(): Account {
  const attempts: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', NAME]],
    ['adduser', ['-S', '-D', '-H', NAME]],
  ];
  for (const [command, args] of attempts) {
    const { error, status } = spawnSync(command, args, { stdio: 'ignore' });
    if (!error && status === 0) break;
  }
  const account = lookUp();
  if (account) return account;
  throw new Refusal(
    `PostgreSQL does not run as root and the system account "${NAME}" could not be made: start Gatehouse as another user or set DATABASE_URL.`,
  );
}

/** Whether the account gets into the folder, judged by the system itself, from its root down. */
export function canReach(folder: string, account: Account): boolean {
  if (account.uid === undefined) return true;
  try {
    const options = { ...account, cwd: '/', stdio: 'ignore' } as const;
    execFileSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], options);
    return true;
  } catch {
    return false;
  }
}

/** The room for what lies outside the data directory; everyone may pass, nobody may look. */
export function openPrivateRoom(): string {
  fs.mkdirSync(PRIVATE_ROOM, { recursive: true });
  fs.chmodSync(PRIVATE_ROOM, 0o711);
  return PRIVATE_ROOM;
}
