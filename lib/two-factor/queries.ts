import 'server-only';
import type { Actor } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { totpUri } from '@/lib/credentials/totp';
import { openPending } from './pending';
import type { OwnSecondFactor, SetUp } from './policy';

/** The actor's own second factor; a set-up under way is shown to the session that began it alone. */
export async function ownSecondFactor(actor: Actor): Promise<OwnSecondFactor> {
  const { access, totp, ...person } = await db().user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: {
      firstName: true,
      lastName: true,
      email: true,
      source: true,
      access: { select: { twoFactorEnabledAt: true, twoFactorRequired: true } },
      password: { select: { userId: true } },
      totp: { select: { secret: true, confirmedAt: true } },
      _count: { select: { codes: { where: { usedAt: null } } } },
    },
  });
  const enabledAt = access?.twoFactorEnabledAt ?? null;
  const secret = totp && !enabledAt ? openPending(totp.secret, actor) : undefined;
  return {
    name: `${person.firstName} ${person.lastName}`,
    enabledAt,
    isRequired: access?.twoFactorRequired ?? false,
    codesLeft: person._count.codes,
    hasPassword: person.source === 'local' && person.password !== null,
    setUp: secret ? setUpOf(secret, person.email, totp?.confirmedAt ?? null) : null,
  };
}

const setUpOf = (secret: string, email: string, confirmedAt: Date | null): SetUp =>
  confirmedAt ? { step: 'codes' } : { step: 'confirm', secret, uri: totpUri(secret, email) };
