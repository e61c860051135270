import { z } from 'zod';

/** A setting is missing or malformed; the message is one line that names it. */
export class SettingsError extends Error {}

const text = (minimum: number) =>
  z.string().trim().min(minimum, `must have at least ${minimum} characters`);

const httpOrigin = z
  .url({
    protocol: /^https?$/,
    error: 'must be an http(s) origin such as https://gate.example.org',
    // The refinements below take it apart, which throws for what is no address at all.
    abort: true,
  })
  .refine(
    (value) => new URL(value).pathname === '/' && !new URL(value).search,
    'must be an origin, without a path',
  )
  .transform((value) => new URL(value).origin);

const keyring = text(1).transform((value, context) => {
  const keys = value.split(',').map((entry) => {
    const [id = '', encoded = ''] = entry.trim().split(':');
    return { id, key: Buffer.from(encoded, 'base64') };
  });
  const wrong = keys.some(({ id, key }) => !/^[\w-]+$/.test(id) || key.length !== 32);
  if (wrong || new Set(keys.map(({ id }) => id)).size !== keys.length) {
    context.addIssue({
      code: 'custom',
      message: 'must be id:base64 of 32 bytes, comma separated, ids unique',
    });
  }
  return keys;
});

const sender = z
  .string()
  .trim()
  .regex(
    /^(?:[^<>@\p{Cc}]+ <[^\s<>@,]+@[^\s<>@,]+>|[^\s<>@,]+@[^\s<>@,]+)$/u,
    'must be an address such as Gatehouse <no-reply@example.org>',
  );

const settings = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// address' }),
  APP_URL: httpOrigin,
  APP_SECRET: text(32),
  ENCRYPTION_KEYS: keyring,
  DATA_DIR: text(1).default('.data'),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Set by our own server, which vouches for the peer address it puts into a header. */
  PEER_HEADER: z.stringbool().default(false),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(20),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  MAIL_FROM: sender.optional(),
  RESEND_API_KEY: text(1).optional(),
  /** Another server that speaks Resend's HTTP API. */
  RESEND_BASE_URL: httpOrigin.optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' })
    .optional(),
  CRON_SECRET: text(16).optional(),
  /** Set by Vercel, where no process lives on: the timer drains the jobs instead of a worker. */
  VERCEL: z.stringbool().default(false),
});

export type Env = z.infer<typeof settings>;

/** Checks the settings (spec §18). Throws SettingsError with one line; empty values count as unset. */
export function loadEnv(source: NodeJS.ProcessEnv): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = settings.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message, code }) => {
    const name = String(path[0]);
    return `${name} ${given[name] === undefined && code === 'invalid_type' ? 'is not set' : message}`;
  });
  throw new SettingsError(`Settings: ${[...new Set(lines)].join('; ')}.`);
}

let loaded: Env | undefined;

/** The settings of this process, checked once. */
export function env(): Env {
  if (!loaded) {
    loaded = loadEnv(process.env);
    process.env.NEXTAUTH_URL = loaded.APP_URL; // next-auth takes its origin from here alone
  }
  return loaded;
}

/** Is this `next dev`? There the content policy is looser. */
export const isDevelopment = () => process.env.NODE_ENV === 'development';
