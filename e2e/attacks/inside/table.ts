import { ASKERS, type AskerName } from '../support/cast';

// Every page, handler and action of the application, and what becomes of whoever asks for it
// (security 32). What the build has and this table has not fails, and the other way round.
const TABLE = `
what                                         anonymous member      staff     auditor   party2_user_admin user_admin organisation_admin superuser

page /login                                  opens     home        home      home      home      home      home      home
page /setup                                  opens     opens       opens     opens     opens     opens     opens     opens
page /password_reset                         opens     opens       opens     opens     opens     opens     opens     opens
page /first_login                            opens     home        home      home      home      home      home      home
page /                                       sign-in   cabinet     cabinet   users     contracts users     users     users
page /personal-cabinet                       sign-in   opens       opens     opens     opens     opens     opens     opens
page /update_profile                         sign-in   opens       opens     opens     opens     opens     opens     opens
page /change-password                        sign-in   not-owed    not-owed  not-owed  not-owed  not-owed  not-owed  not-owed
page /complete-profile                       sign-in   not-owed    not-owed  not-owed  not-owed  not-owed  not-owed  not-owed
page /set-up-2fa                             sign-in   not-owed    not-owed  not-owed  not-owed  not-owed  not-owed  not-owed
page /two-factor                             sign-in   not-owed    not-owed  not-owed  not-owed  not-owed  not-owed  not-owed
page /admin                                  sign-in   not-staff   forbidden users     contracts users     users     users
page /admin/users                            sign-in   not-staff   forbidden opens     forbidden opens     opens     opens
page /admin/users/new                        sign-in   not-staff   forbidden forbidden forbidden opens     opens     opens
page /admin/users/[userId]                   sign-in   not-staff   forbidden opens     forbidden opens     opens     opens
page /admin/users/[userId]/contracts         sign-in   not-staff   forbidden opens     forbidden opens     opens     opens
page /admin/users/[userId]/edit              sign-in   not-staff   forbidden forbidden forbidden opens     opens     opens
page /admin/users/[userId]/deactivate        sign-in   not-staff   forbidden forbidden forbidden opens     opens     opens
page /admin/users/[userId]/activate          sign-in   not-staff   forbidden forbidden forbidden person    person    person
page /admin/tasks                            sign-in   not-staff   forbidden forbidden forbidden opens     opens     opens
page /admin/leavers                          sign-in   not-staff   forbidden opens     forbidden opens     opens     opens
page /admin/users/import                     sign-in   not-staff   forbidden forbidden forbidden opens     opens     opens
page /admin/users/import/[importId]          sign-in   not-staff   forbidden forbidden forbidden not-found not-found not-found
page /admin/users/import/[importId]/columns  sign-in   not-staff   forbidden forbidden forbidden not-found not-found not-found
page /admin/users/mass                       sign-in   not-staff   forbidden forbidden forbidden opens     opens     opens
page /admin/users/mass/[listId]              sign-in   not-staff   forbidden forbidden forbidden not-found not-found not-found
page /admin/users/mass/run/[runId]           sign-in   not-staff   forbidden forbidden forbidden not-found not-found not-found
page /admin/contracts                        sign-in   not-staff   forbidden forbidden opens     opens     opens     opens
page /admin/contracts/new                    sign-in   not-staff   forbidden forbidden forbidden forbidden opens     opens
page /admin/contracts/[contractId]           sign-in   not-staff   forbidden forbidden opens     opens     opens     opens
page /admin/contracts/[contractId]/people/new sign-in  not-staff   forbidden forbidden opens     opens     opens     opens
page /admin/contracts/[contractId]/people/[userId]/replace sign-in not-staff forbidden forbidden forbidden opens opens opens
page /admin/contracts/[contractId]/edit      sign-in   not-staff   forbidden forbidden forbidden forbidden opens     opens
page /admin/organisation                     sign-in   not-staff   forbidden opens     forbidden opens     opens     opens
page /admin/organisation/new                 sign-in   not-staff   forbidden forbidden forbidden forbidden forbidden opens
page /admin/organisation/[companyId]         sign-in   not-staff   forbidden opens     forbidden opens     opens     opens
page /admin/organisation/[companyId]/chart   sign-in   not-staff   forbidden opens     forbidden opens     opens     opens
page /admin/organisation/[companyId]/departments/[departmentId] sign-in not-staff forbidden opens forbidden opens opens opens
page /admin/organisation/[companyId]/positions/[positionId] sign-in not-staff forbidden opens forbidden opens opens opens
page /admin/organisation/[companyId]/roles   sign-in   not-staff   forbidden opens     forbidden opens     opens     opens
page /admin/organisation/[companyId]/roles/[roleId] sign-in not-staff forbidden opens forbidden opens     opens     opens
page /admin/organisation/[companyId]/groups  sign-in   not-staff   forbidden opens     forbidden opens     opens     opens
page /admin/organisation/[companyId]/groups/[groupId] sign-in not-staff forbidden opens forbidden opens   opens     opens
page /admin/organisation/[companyId]/contract-roles sign-in not-staff forbidden opens forbidden opens    opens     opens
page /admin/organisation/[companyId]/contract-roles/[contractRoleId] sign-in not-staff forbidden opens forbidden opens opens opens
page /admin/organisation/[companyId]/quizzes sign-in   not-staff   forbidden opens     forbidden opens     opens     opens
page /admin/organisation/[companyId]/quizzes/new sign-in not-staff forbidden forbidden forbidden forbidden opens    opens
page /admin/organisation/[companyId]/quizzes/[quizId] sign-in not-staff forbidden opens forbidden opens   opens     opens
page /admin/organisation/[companyId]/settings sign-in  not-staff   forbidden forbidden forbidden forbidden opens     opens
page /admin/groups                           sign-in   not-staff   forbidden forbidden forbidden forbidden forbidden opens
page /admin/groups/[groupId]                 sign-in   not-staff   forbidden forbidden forbidden forbidden forbidden opens
page /admin/mail                             sign-in   not-staff   forbidden forbidden forbidden opens     opens     opens
page /admin/downloads                        sign-in   not-staff   forbidden forbidden forbidden forbidden opens     opens
page /admin/rights                           sign-in   not-staff   forbidden opens     opens     opens     opens     opens
page /admin/settings                         sign-in   not-staff   forbidden forbidden forbidden forbidden forbidden opens

handler /livez                               opens     opens       opens     opens     opens     opens     opens     opens
handler /readyz                              opens     opens       opens     opens     opens     opens     opens     opens
handler /icon.svg                            opens     opens       opens     opens     opens     opens     opens     opens
handler /api/auth/[...nextauth]              opens     opens       opens     opens     opens     opens     opens     opens
handler /api/session                         sign-in   opens       opens     opens     opens     opens     opens     opens
handler /api/people                          sign-in   forbidden   forbidden opens     forbidden opens     opens     opens
handler /api/people/choices                  sign-in   forbidden   forbidden opens     forbidden opens     opens     opens
handler /api/exports                         sign-in   opens       opens     opens     opens     opens     opens     opens
handler /api/users/mass                      sign-in   forbidden   forbidden not-found forbidden not-found not-found not-found
handler /api/users/export                    sign-in   forbidden   forbidden opens     forbidden opens     opens     opens
handler /api/contracts                       sign-in   forbidden   forbidden forbidden opens     opens     opens     opens
handler /api/contracts/people                sign-in   forbidden   forbidden forbidden opens     opens     opens     opens
handler /api/contracts/report                sign-in   forbidden   forbidden forbidden forbidden forbidden opens     opens
handler /api/organisation/[companyId]/chart  sign-in   forbidden   forbidden opens     forbidden opens     opens     opens
handler /api/users/import/[importId]         sign-in   forbidden   forbidden forbidden forbidden not-found not-found not-found
handler /api/photos/[userId]                 sign-in   not-found   not-found opens     not-found opens     opens     opens
handler /api/cron/drain                      not-found not-found   not-found not-found not-found not-found not-found not-found

action app/(auth)/login/actions.ts#signInAction                            home      home      home      home      home      home      home      home
action app/(auth)/setup/actions.ts#setUpAction                             refused   refused   refused   refused   refused   refused   refused   refused
action app/(auth)/password_reset/actions.ts#requestResetAction             mailed    mailed    mailed    mailed    mailed    mailed    mailed    mailed
action app/(auth)/password_reset/actions.ts#completeResetAction            reset     reset     reset     reset     reset     reset     reset     reset
action app/(auth)/password_reset/actions.ts#noteOpenedAction               done      done      done      done      done      done      done      done
action app/(auth)/first_login/actions.ts#askFirstLoginAction               invited   invited   invited   invited   invited   invited   invited   invited
action app/(auth)/first_login/actions.ts#firstLoginAction                  profile   profile   profile   profile   profile   profile   profile   profile
action app/(auth)/first_login/actions.ts#noteOpenedAction                  done      done      done      done      done      done      done      done
action app/actions.ts#signOutAction                                        sign-in   left      left      left      left      left      left      left
action app/(cabinet)/personal-cabinet/actions.ts#updateProfileAction       sign-in   done      done      done      done      done      done      done
action app/(cabinet)/personal-cabinet/actions.ts#changePhotoAction         sign-in   done      done      done      done      done      done      done
action app/(cabinet)/personal-cabinet/actions.ts#removePhotoAction         sign-in   done      done      done      done      done      done      done
action app/(cabinet)/personal-cabinet/actions.ts#endSessionAction          sign-in   done      done      done      done      done      done      done
action app/(cabinet)/personal-cabinet/actions.ts#endOtherSessionsAction    sign-in   done      done      done      done      done      done      done
action app/(cabinet)/update_profile/actions.ts#changePasswordAction        sign-in   done      done      done      done      done      done      done
action app/(cabinet)/update_profile/actions.ts#startSetUpAction            sign-in   done      done      done      done      done      done      done
action app/(cabinet)/update_profile/actions.ts#confirmSetUpAction          sign-in   done      done      done      done      done      done      done
action app/(cabinet)/update_profile/actions.ts#finishSetUpAction           sign-in   done      done      done      done      done      done      done
action app/(cabinet)/update_profile/actions.ts#cancelSetUpAction           sign-in   done      done      done      done      done      done      done
action app/(cabinet)/update_profile/actions.ts#disableTwoFactorAction      sign-in   done      done      done      done      done      done      done
action app/(cabinet)/update_profile/actions.ts#regenerateBackupCodesAction sign-in   done      done      done      done      done      done      done
action app/(cabinet)/update_profile/actions.ts#testCodeAction              sign-in   done      done      done      done      done      done      done
action app/(gate)/change-password/actions.ts#changeOwedPasswordAction      sign-in   not-owed  not-owed  not-owed  not-owed  not-owed  not-owed  not-owed
action app/(gate)/complete-profile/actions.ts#completeProfileAction        sign-in   not-owed  not-owed  not-owed  not-owed  not-owed  not-owed  not-owed
action app/(gate)/set-up-2fa/actions.ts#startOwedSetUpAction               sign-in   not-owed  not-owed  not-owed  not-owed  not-owed  not-owed  not-owed
action app/(gate)/set-up-2fa/actions.ts#confirmOwedSetUpAction             sign-in   not-owed  not-owed  not-owed  not-owed  not-owed  not-owed  not-owed
action app/(gate)/set-up-2fa/actions.ts#finishOwedSetUpAction              sign-in   not-owed  not-owed  not-owed  not-owed  not-owed  not-owed  not-owed
action app/(gate)/set-up-2fa/actions.ts#cancelOwedSetUpAction              sign-in   not-owed  not-owed  not-owed  not-owed  not-owed  not-owed  not-owed
action app/(gate)/two-factor/actions.ts#passTwoFactorAction                sign-in   not-owed  not-owed  not-owed  not-owed  not-owed  not-owed  not-owed
action app/admin/users/actions.ts#createUserAction                         sign-in   forbidden forbidden forbidden forbidden person    person    person
action app/admin/users/actions.ts#updateUserAction                         sign-in   forbidden forbidden forbidden forbidden person    person    person
action app/admin/users/actions.ts#deleteUserAction                         sign-in   forbidden forbidden forbidden forbidden users     users     users
action app/admin/users/actions.ts#lockUserAction                           sign-in   forbidden forbidden forbidden forbidden done      done      done
action app/admin/users/actions.ts#unlockUserAction                         sign-in   forbidden forbidden forbidden forbidden done      done      done
action app/admin/users/actions.ts#deactivateUserAction                     sign-in   forbidden forbidden forbidden forbidden done      done      done
action app/admin/users/actions.ts#replaceAndDeactivateAction               sign-in   forbidden forbidden forbidden forbidden person    person    person
action app/admin/users/actions.ts#restoreUserAction                        sign-in   forbidden forbidden forbidden forbidden person    person    person
action app/admin/users/actions.ts#resetUserAction                          sign-in   forbidden forbidden forbidden forbidden person    person    person
action app/admin/users/actions.ts#endSessionsAction                        sign-in   forbidden forbidden forbidden forbidden done      done      done
action app/admin/users/actions.ts#endSessionAction                         sign-in   forbidden forbidden forbidden forbidden done      done      done
action app/admin/users/actions.ts#setPasswordAction                        sign-in   forbidden forbidden forbidden forbidden done      done      done
action app/admin/users/actions.ts#forcePasswordChangeAction                sign-in   forbidden forbidden forbidden forbidden done      done      done
action app/admin/users/actions.ts#invalidatePasswordAction                 sign-in   forbidden forbidden forbidden forbidden done      done      done
action app/admin/users/actions.ts#sendPasswordResetAction                  sign-in   forbidden forbidden forbidden forbidden done      done      done
action app/admin/users/actions.ts#sendFirstLoginAction                     sign-in   forbidden forbidden forbidden forbidden done      done      done
action app/admin/users/actions.ts#requireTwoFactorAction                   sign-in   forbidden forbidden forbidden forbidden done      done      done
action app/admin/users/actions.ts#liftTwoFactorAction                      sign-in   forbidden forbidden forbidden forbidden done      done      done
action app/admin/users/actions.ts#resetTwoFactorAction                     sign-in   forbidden forbidden forbidden forbidden done      done      done
action app/admin/users/actions.ts#changePhotoAction                        sign-in   forbidden forbidden forbidden forbidden done      done      done
action app/admin/users/actions.ts#removePhotoAction                        sign-in   forbidden forbidden forbidden forbidden done      done      done
action app/admin/exports/actions.ts#cancelExportAction                     sign-in   forbidden forbidden done      forbidden done      done      done
action app/admin/users/views/actions.ts#saveViewAction                     sign-in   forbidden forbidden done      forbidden done      done      done
action app/admin/users/views/actions.ts#updateViewAction                   sign-in   forbidden forbidden done      forbidden done      done      done
action app/admin/users/views/actions.ts#deleteViewAction                   sign-in   forbidden forbidden done      forbidden done      done      done
action app/admin/users/import/actions.ts#uploadImportAction                sign-in   forbidden forbidden forbidden forbidden columns   columns   columns
action app/admin/users/import/actions.ts#mapImportAction                   sign-in   forbidden forbidden forbidden forbidden import    import    import
action app/admin/users/import/actions.ts#runImportAction                   sign-in   forbidden forbidden forbidden forbidden import    import    import
action app/admin/users/mass/actions.ts#openMassUpdateAction                sign-in   forbidden forbidden forbidden forbidden selected  selected  selected
action app/admin/users/mass/actions.ts#previewRunAction                    sign-in   forbidden forbidden forbidden forbidden run       run       run
action app/admin/users/mass/actions.ts#executeRunAction                    sign-in   forbidden forbidden forbidden forbidden run       run       run
action app/admin/users/mass/actions.ts#lockKeyPersonsAction                sign-in   forbidden forbidden forbidden forbidden to-lock   to-lock   to-lock
action app/admin/contracts/actions.ts#createContractAction                 sign-in   forbidden forbidden forbidden forbidden forbidden contract  contract
action app/admin/contracts/actions.ts#updateContractAction                 sign-in   forbidden forbidden forbidden forbidden forbidden contract  contract
action app/admin/contracts/actions.ts#archiveContractAction                sign-in   forbidden forbidden forbidden forbidden forbidden done      done
action app/admin/contracts/actions.ts#reopenContractAction                 sign-in   forbidden forbidden forbidden forbidden forbidden done      done
action app/admin/contracts/[contractId]/people/actions.ts#changeAssignmentsAction sign-in forbidden forbidden forbidden done done done done
action app/admin/contracts/[contractId]/people/actions.ts#addPersonAction sign-in forbidden forbidden forbidden contract contract contract contract
action app/admin/contracts/[contractId]/people/actions.ts#replaceSeatsAction sign-in forbidden forbidden forbidden forbidden contract contract contract
action app/admin/mail/actions.ts#retryMailAction                           sign-in   forbidden forbidden forbidden forbidden done      done      done
action app/admin/organisation/actions.ts#createCompanyAction               sign-in   forbidden forbidden forbidden forbidden forbidden forbidden companies
action app/admin/organisation/actions.ts#updateCompanyAction               sign-in   forbidden forbidden forbidden forbidden forbidden companies companies
action app/admin/organisation/actions.ts#setControlWordAction              sign-in   forbidden forbidden forbidden forbidden forbidden done      done
action app/admin/organisation/actions.ts#deleteCompanyAction               sign-in   forbidden forbidden forbidden forbidden forbidden forbidden companies
action app/admin/organisation/actions.ts#createPartAction                  sign-in   forbidden forbidden forbidden forbidden forbidden done      done
action app/admin/organisation/actions.ts#renamePartAction                  sign-in   forbidden forbidden forbidden forbidden forbidden done      done
action app/admin/organisation/actions.ts#deleteUnusedAction                sign-in   forbidden forbidden forbidden forbidden forbidden structure structure
action app/admin/organisation/actions.ts#changeRoleGroupsAction            sign-in   forbidden forbidden forbidden forbidden forbidden role      role
action app/admin/organisation/actions.ts#deleteRoleAction                  sign-in   forbidden forbidden forbidden forbidden forbidden roles     roles
action app/admin/organisation/actions.ts#deleteGroupAction                 sign-in   forbidden forbidden forbidden forbidden forbidden groups    groups
action app/admin/organisation/[companyId]/quizzes/actions.ts#createQuizAction sign-in forbidden forbidden forbidden forbidden forbidden quizzes  quizzes
action app/admin/organisation/[companyId]/quizzes/actions.ts#updateQuizAction sign-in forbidden forbidden forbidden forbidden forbidden quizzes  quizzes
action app/admin/organisation/[companyId]/quizzes/actions.ts#deleteQuizAction sign-in forbidden forbidden forbidden forbidden forbidden quizzes  quizzes
action app/admin/settings/actions.ts#updateSettingsAction                  sign-in   forbidden forbidden forbidden forbidden forbidden forbidden settings
`;

/** Next's own, of no person: what it shows when nothing is there, and when it failed. */
export const FRAMEWORK = ['/_not-found', '/_global-error'];

const PLACES: Record<string, string> = {
  home: 'to:/',
  'not-owed': 'to:/',
  cabinet: 'to:/personal-cabinet',
  'not-staff': 'to:/personal-cabinet?notice=staff-only',
  users: 'to:/admin/users',
  contracts: 'to:/admin/contracts',
  person: 'to:/admin/users/[id]',
  contract: 'to:/admin/contracts/[id]',
  companies: 'to:/admin/organisation',
  structure: 'to:/admin/organisation/[id]',
  role: 'to:/admin/organisation/[id]/roles/[id]',
  roles: 'to:/admin/organisation/[id]/roles',
  groups: 'to:/admin/organisation/[id]/groups',
  quizzes: 'to:/admin/organisation/[id]/quizzes',
  columns: 'to:/admin/users/import/[id]/columns',
  import: 'to:/admin/users/import/[id]',
  selected: 'to:/admin/users/mass/[id]',
  run: 'to:/admin/users/mass/run/[id]',
  'to-lock': 'to:/admin/users/mass/[id]?field=locked',
  left: 'to:/login?reason=signed_out',
  mailed: 'to:/password_reset?notice=sent',
  reset: 'to:/login?reason=password_reset',
  invited: 'to:/first_login?notice=sent',
  profile: 'to:/complete-profile',
  settings: 'to:/admin/settings?notice=saved',
};
const REFUSALS = ['sign-in', 'forbidden', 'refused', 'not-owed', 'not-staff', 'not-found'];

/** What is expected: the outcome in the words of support/outcome.ts, and whether it is let through. */
export type Expected = { outcome: string; allowed: boolean };

export type Row = {
  kind: 'page' | 'handler' | 'action';
  name: string;
  expected: Record<AskerName, Expected>;
};

/** The table, row by row. */
const rows: Row[] = TABLE.split('\n')
  .filter((line) => /^(page|handler|action) /.test(line))
  .map((line) => {
    const [kind, name = '', ...words] = line.split(/\s+/);
    const expected = words.map((word) => ({
      outcome: PLACES[word] ?? word,
      allowed: !REFUSALS.includes(word),
    }));
    if (expected.length !== ASKERS.length) throw new Error(`Not a column for everybody: ${line}`);
    const entries = ASKERS.map((asker, column) => [asker, expected[column]]);
    return { kind, name, expected: Object.fromEntries(entries) as Row['expected'] } as Row;
  });

export const rowsOf = (kind: Row['kind']): Row[] => rows.filter((row) => row.kind === kind);
