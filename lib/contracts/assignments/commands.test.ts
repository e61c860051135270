import { describe, expect, it } from 'vitest';
import { assign, contractRole, makeContract, type AssignmentOptions } from '@/tests/contracts';
import { actorOf, makeCompany, makePerson, type PersonOptions } from '@/tests/people';
import { sql } from '@/tests/sql';
import { auditOf } from '@/tests/state';
import { changeAssignments } from './commands';
import { fieldName } from './policy';
import { assignmentChanges } from './schema';

async function scene(options: AssignmentOptions = {}, person: PersonOptions = {}) {
  const company = await makeCompany();
  const admin = actorOf(await makePerson({ right: 'organisation_admin', company }));
  const contract = await makeContract(company);
  const ann = await makePerson({ company, ...person });
  await assign(contract, ann, options);
  const row = { contractId: contract.id, userId: ann.id, version: 1 };
  return { company, admin, contract, ann, row };
}

const change = (actor: Parameters<typeof changeAssignments>[0], ...rows: unknown[]) =>
  changeAssignments(actor, assignmentChanges.parse({ rows }));

const stateOf = async (contractId: string, userId: string) =>
  (
    await sql(
      `SELECT party, is_active, threshold::text, email_setting, is_approver, is_named_manager, version
       FROM assignments WHERE contract_id = $1 AND user_id = $2`,
      [contractId, userId],
    )
  )[0];

describe('changeAssignments', () => {
  it('adds a person with an audit row', async () => {
    const { company, admin, contract } = await scene();
    const [bob, roleId] = [await makePerson({ company }), await contractRole(company.id, 'Buyer')];
    const row = { contractId: contract.id, userId: bob.id, version: null, party: 2, roleId };
    await change(admin, { ...row, threshold: '1,250.50' });
    expect(await stateOf(contract.id, bob.id)).toEqual({
      party: 2,
      is_active: true,
      threshold: '1250.5000',
      email_setting: 'daily',
      is_approver: false,
      is_named_manager: false,
      version: 1,
    });
    expect(await auditOf(bob.id)).toMatchObject([
      {
        action: 'contract.person-added',
        company_id: company.id,
        before: null,
        after: { contract: contract.number, role: 'Buyer', party: 2, threshold: '1250.5' },
      },
    ]);
  });

  it('changes only what is given, and keeps only that in the audit', async () => {
    const { admin, contract, ann, row } = await scene({ threshold: '10' });
    await change(admin, { ...row, isActive: false, emailSetting: 'daily' });
    expect(await stateOf(contract.id, ann.id)).toMatchObject({
      is_active: false,
      threshold: '10.0000',
      version: 2,
    });
    expect(await auditOf(ann.id)).toMatchObject([
      {
        action: 'contract.person-changed',
        before: { isActive: true },
        after: { contractId: contract.id, contract: contract.number, isActive: false },
      },
    ]);
    expect((await auditOf(ann.id))[0]?.after).not.toHaveProperty('emailSetting');
  });

  it('what is so already is no change', async () => {
    const { admin, contract, ann, row } = await scene();
    await change(admin, { ...row, isActive: true, threshold: '0.00' });
    expect(await stateOf(contract.id, ann.id)).toMatchObject({ version: 1 });
    expect(await auditOf(ann.id)).toEqual([]);
  });

  it('is all or nothing, and names each refused row', async () => {
    const { company, admin, contract, ann, row } = await scene({ threshold: '5' });
    const bob = await makePerson({ company, firstName: 'Bob' });
    await assign(contract, bob, { approver: true });
    const bobs = { ...row, userId: bob.id };
    await expect(
      change(admin, { ...row, threshold: '7' }, { ...bobs, isApprover: false }),
    ).rejects.toMatchObject({
      code: 'conflict',
      fields: { [fieldName('isApprover', bobs)]: expect.stringContaining('Bob Example') as string },
    });
    expect(await stateOf(contract.id, ann.id)).toMatchObject({ threshold: '5.0000', version: 1 });
  });

  it('security 62: a stale row conflicts and tells both versions', async () => {
    const { admin, row, contract, ann } = await scene({ threshold: '5' });
    const roleId = await contractRole(contract.companyId);
    const seen = {
      ...{ party: 1, roleId, isActive: true, threshold: '5', emailSetting: 'daily' },
      ...{ isApprover: false, isNamedManager: false },
    };
    await change(admin, { ...row, threshold: '6', isActive: false });
    await expect(change(admin, { ...row, seen, threshold: '1234.5' })).rejects.toMatchObject({
      code: 'conflict',
      versions: {
        fields: [
          {
            name: fieldName('threshold', row),
            mine: '1,234.50 EUR',
            theirs: '6.00 EUR',
            take: false,
          },
          { name: fieldName('isActive', row), mine: 'Yes', theirs: 'No', take: true },
        ],
      },
    });
    expect(await stateOf(contract.id, ann.id)).toMatchObject({ version: 2, threshold: '6.0000' });
  });

  it('an archived contract, a role of another company, too many decimals are refused', async () => {
    const { company, admin, row } = await scene();
    const elsewhere = await contractRole((await makeCompany()).id);
    await expect(change(admin, { ...row, roleId: elsewhere })).rejects.toMatchObject({
      fields: { [fieldName('roleId', row)]: expect.any(String) as string },
    });
    await expect(change(admin, { ...row, threshold: '1.005' })).rejects.toMatchObject({
      fields: { [fieldName('threshold', row)]: expect.any(String) as string },
    });
    const yen = await makeContract(company, { currency: 'JPY' });
    const dinar = await makeContract(company, { currency: 'KWD' });
    for (const contract of [yen, dinar]) await assign(contract, { id: row.userId });
    const of = ({ id }: { id: string }) => ({ ...row, contractId: id });
    await expect(change(admin, { ...of(yen), threshold: '1.5' })).rejects.toThrow();
    await change(admin, { ...of(dinar), threshold: '1.005' }, { ...of(yen), threshold: '15' });
    await sql('UPDATE contracts SET archived_at = now() WHERE id = $1', [row.contractId]);
    await expect(change(admin, { ...row, isActive: false })).rejects.toMatchObject({
      fields: { [fieldName('row', row)]: expect.stringContaining('archived') as string },
    });
  });
});

describe('security 33: outside the scope is 404 and nothing happens', () => {
  it('contracts of another company, and people of another company to add', async () => {
    const { admin, contract } = await scene();
    const other = await scene();
    await expect(change(admin, { ...other.row, isActive: false })).rejects.toMatchObject({
      code: 'not_found',
    });
    const roleId = await contractRole(contract.companyId);
    for (const stranger of [other.ann, await makePerson({ company: null })]) {
      const row = { contractId: contract.id, userId: stranger.id, version: null };
      await expect(change(admin, { ...row, party: 2, roleId })).rejects.toMatchObject({
        code: 'not_found',
      });
      expect(await stateOf(contract.id, stranger.id)).toBeUndefined();
    }
  });

  it('a user administrator does not change guests, an organisation admin does', async () => {
    const { company, admin, contract, row } = await scene();
    const userAdmin = actorOf(await makePerson({ right: 'user_admin', company }));
    for (const guest of [await makePerson(), await makePerson({ company: null })]) {
      await assign(contract, guest);
      const guests = { ...row, userId: guest.id, isActive: false };
      await expect(change(userAdmin, guests)).rejects.toMatchObject({ code: 'not_found' });
      await change(admin, guests);
    }
    await change(userAdmin, { ...row, isActive: false });
  });

  it('auditors, members and whoever lost their right change nothing', async () => {
    const { company, admin, row } = await scene();
    for (const right of ['auditor', null] as const) {
      const actor = actorOf(await makePerson({ right, company }));
      await expect(change(actor, { ...row, isActive: false })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    await sql('UPDATE user_access SET is_active = FALSE WHERE user_id = $1', [admin.userId]);
    await expect(change(admin, { ...row, isActive: false })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
