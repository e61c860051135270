import { describe, expect, it } from 'vitest';
import { actorOf, makeCompany, makePerson } from '@/tests/people';
import { makeLink } from '@/tests/newcomers';
import { sql } from '@/tests/sql';
import type { InvitationState } from './labels';
import { invitationsOf } from './queries';

const mail = (linkId: string, state: string, error: string | null) =>
  sql(
    `INSERT INTO mails (template, to_address, props, user_id, link_id, state, last_error)
     SELECT 'first-login-invitation', 'ann@example.org', '{}', l.user_id, l.id, $2::mail_state, $3
     FROM access_links l WHERE l.id = $1`,
    [linkId, state, error],
  );

/** Somebody with one link that an administrator of their company sent. */
async function invited(set = '', mailState = 'sent', error: string | null = null) {
  const company = await makeCompany();
  const admin = await makePerson({ right: 'user_admin', company, firstName: 'Ada' });
  const { id } = await makePerson({ company });
  await makeLink(id);
  const [link] = await sql<{ id: string }>(
    `UPDATE access_links SET requested_by_id = $2 ${set} WHERE user_id = $1 RETURNING id`,
    [id, admin.id],
  );
  await mail(link!.id, mailState, error);
  return { id, admin: actorOf(admin) };
}

describe('the invitations of a person', () => {
  it.each<[InvitationState, string, string, string | null]>([
    ['queued', '', 'queued', null],
    ['queued', '', 'queued', 'connection refused'],
    ['sent', '', 'sent', null],
    ['failed', '', 'failed', 'no such mailbox'],
    ['failed', ", expires_at = now() - interval '1 hour'", 'failed', 'no such mailbox'],
    ['opened', ', opened_at = now()', 'sent', null],
    ['used', ', opened_at = now(), consumed_at = now()', 'sent', null],
    ['expired', ", expires_at = now() - interval '1 hour'", 'sent', null],
    ['expired', ", opened_at = now(), expires_at = now() - interval '1 hour'", 'sent', null],
    ['voided', ', opened_at = now(), voided_at = now()', 'sent', null],
    ['voided', ', voided_at = now()', 'dropped', null],
  ])('%s%s', async (state, set, mailState, error) => {
    const { id, admin } = await invited(set, mailState, error);
    expect(await invitationsOf(admin, id)).toMatchObject([
      { purpose: 'first_login', state, byName: 'Ada Example', mailError: error },
    ]);
  });

  it('are those that administrators sent, newest first', async () => {
    const { id, admin } = await invited();
    await makeLink(id, { askedBy: { deviceToken: 'their own' } });
    await makeLink(id, { purpose: 'password_reset' });
    const all = await invitationsOf(admin, id);
    expect(all.map(({ purpose }) => purpose)).toEqual(['password_reset', 'first_login']);
  });

  it('security 33: do not name who sent one from outside the scope', async () => {
    const { id, admin } = await invited();
    const above = await makePerson({ right: 'superuser', company: null, firstName: 'Sue' });
    await sql('UPDATE access_links SET requested_by_id = $2 WHERE user_id = $1', [id, above.id]);
    expect(await invitationsOf(admin, id)).toMatchObject([{ byName: null }]);
    expect(await invitationsOf(actorOf(above), id)).toMatchObject([{ byName: 'Sue Example' }]);
  });
});
