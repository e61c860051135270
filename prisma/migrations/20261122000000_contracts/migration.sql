-- CreateEnum
CREATE TYPE "email_setting" AS ENUM ('immediate', 'daily', 'none');

-- CreateEnum
CREATE TYPE "task_kind" AS ENUM ('contract_uncovered', 'key_person_leaving');

-- AlterEnum
ALTER TYPE "admin_right" ADD VALUE 'party2_user_admin';

-- AlterTable
ALTER TABLE "settings" ADD COLUMN     "dormant_after_days" INTEGER NOT NULL DEFAULT 90;

-- CreateTable
CREATE TABLE "contract_roles" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "company_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "contract_roles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contracts" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "company_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "party_1" TEXT NOT NULL,
    "party_2" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "is_practice" BOOLEAN NOT NULL DEFAULT false,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contracts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignments" (
    "contract_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "party" SMALLINT NOT NULL,
    "role_id" UUID NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "threshold" DECIMAL(19,4) NOT NULL DEFAULT 0,
    "email_setting" "email_setting" NOT NULL DEFAULT 'daily',
    "is_approver" BOOLEAN NOT NULL DEFAULT false,
    "is_named_manager" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("contract_id","user_id")
);

-- CreateTable
CREATE TABLE "access_snapshots" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_by_id" UUID,
    "assignments" JSONB NOT NULL,
    "groups" JSONB NOT NULL,
    "roles" JSONB NOT NULL,

    CONSTRAINT "access_snapshots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tasks" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "kind" "task_kind" NOT NULL,
    "company_id" UUID NOT NULL,
    "contract_id" UUID,
    "user_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "contract_roles_company_id_name_key" ON "contract_roles"("company_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "contract_roles_id_company_id_key" ON "contract_roles"("id", "company_id");

-- CreateIndex
CREATE INDEX "contracts_number_id_idx" ON "contracts"("number", "id");

-- CreateIndex
CREATE UNIQUE INDEX "contracts_id_company_id_key" ON "contracts"("id", "company_id");

-- CreateIndex
CREATE UNIQUE INDEX "contracts_company_id_number_key" ON "contracts"("company_id", "number");

-- CreateIndex
CREATE INDEX "assignments_user_id_idx" ON "assignments"("user_id");

-- CreateIndex
CREATE INDEX "assignments_role_id_idx" ON "assignments"("role_id");

-- CreateIndex
CREATE INDEX "access_snapshots_user_id_id_idx" ON "access_snapshots"("user_id", "id");

-- CreateIndex
CREATE INDEX "tasks_company_id_id_idx" ON "tasks"("company_id", "id");

-- CreateIndex
CREATE INDEX "tasks_contract_id_idx" ON "tasks"("contract_id");

-- CreateIndex
CREATE INDEX "tasks_user_id_idx" ON "tasks"("user_id");

-- AddForeignKey
ALTER TABLE "contract_roles" ADD CONSTRAINT "contract_roles_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_contract_id_company_id_fkey" FOREIGN KEY ("contract_id", "company_id") REFERENCES "contracts"("id", "company_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_role_id_company_id_fkey" FOREIGN KEY ("role_id", "company_id") REFERENCES "contract_roles"("id", "company_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_snapshots" ADD CONSTRAINT "access_snapshots_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's language cannot say.

ALTER TABLE "settings" ADD CONSTRAINT settings_dormant_after_days
  CHECK (dormant_after_days BETWEEN 1 AND 3650);

CREATE UNIQUE INDEX "contract_roles_name_key" ON "contract_roles" (company_id, lower(name));
ALTER TABLE "contract_roles" ADD CONSTRAINT contract_roles_name CHECK (btrim(name) <> '');

CREATE UNIQUE INDEX "contracts_number_key" ON "contracts" (company_id, lower(number));
-- The search of the list.
CREATE INDEX contracts_search ON "contracts"
  USING gin (lower(number || ' ' || name || ' ' || party_1 || ' ' || party_2) gin_trgm_ops);
ALTER TABLE "contracts"
  ADD CONSTRAINT contracts_number CHECK (btrim(number) <> ''),
  ADD CONSTRAINT contracts_name CHECK (btrim(name) <> ''),
  ADD CONSTRAINT contracts_parties CHECK (btrim(party_1) <> '' AND btrim(party_2) <> ''),
  ADD CONSTRAINT contracts_currency CHECK (currency ~ '^[A-Z]{3}$');

ALTER TABLE "assignments"
  ADD CONSTRAINT assignments_party CHECK (party IN (1, 2)),
  ADD CONSTRAINT assignments_threshold CHECK (threshold >= 0),
  -- Deactivation updates in place.
  SET (fillfactor = 85);
-- The seats of key persons: of people, and of all contracts. Whether they are active is not part of
-- it, so that a deactivation updates in place.
CREATE INDEX assignments_seats ON "assignments" (user_id, contract_id)
  WHERE is_approver OR is_named_manager;

-- One open task of a kind about the same.
CREATE UNIQUE INDEX tasks_open ON "tasks" (kind, company_id, contract_id, user_id)
  NULLS NOT DISTINCT WHERE closed_at IS NULL;

-- A snapshot stays as it was taken, and goes with the person alone (by the foreign key's cascade).
CREATE FUNCTION access_snapshots_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'access_snapshots is immutable' USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER access_snapshots_immutable BEFORE UPDATE OR TRUNCATE ON "access_snapshots"
  FOR EACH STATEMENT EXECUTE FUNCTION access_snapshots_refuse();
CREATE TRIGGER access_snapshots_kept BEFORE DELETE ON "access_snapshots"
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION access_snapshots_refuse();
ALTER TABLE "access_snapshots" ENABLE ALWAYS TRIGGER access_snapshots_immutable;
ALTER TABLE "access_snapshots" ENABLE ALWAYS TRIGGER access_snapshots_kept;
