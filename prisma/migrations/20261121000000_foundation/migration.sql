-- Search in the people list: substrings through trigrams.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- UUIDv7 (RFC 9562 5.7) made by the database: its own from PostgreSQL 18 on, ours before.
DO $do$
BEGIN
  IF current_setting('server_version_num')::int >= 180000 THEN
    CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS 'SELECT uuidv7()';
  ELSE
    CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $fn$
      SELECT encode(
        set_bit(set_bit(
          overlay(uuid_send(gen_random_uuid())
            PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
            FROM 1 FOR 6),
          52, 1), 53, 1), 'hex')::uuid
    $fn$;
  END IF;
END
$do$;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "admin_right" AS ENUM ('superuser', 'organisation_admin', 'user_admin', 'auditor');

-- CreateEnum
CREATE TYPE "membership_source" AS ENUM ('role', 'manual');

-- CreateEnum
CREATE TYPE "session_end" AS ENUM ('signed_out', 'ended_by_user', 'ended_by_admin', 'locked', 'deactivated', 'password_changed', 'access_changed');

-- CreateEnum
CREATE TYPE "user_source" AS ENUM ('local', 'directory');

-- CreateTable
CREATE TABLE "user_access" (
    "user_id" UUID NOT NULL,
    "company_id" UUID,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "locked_at" TIMESTAMPTZ(3),
    "lock_reason" TEXT,
    "locked_by_id" UUID,
    "start_date" DATE,
    "end_date" DATE,
    "directory_allows" BOOLEAN,
    "is_staff" BOOLEAN NOT NULL DEFAULT false,
    "admin_right" "admin_right",
    "password_change_owed" BOOLEAN NOT NULL DEFAULT false,
    "profile_completion_owed" BOOLEAN NOT NULL DEFAULT false,
    "two_factor_required" BOOLEAN NOT NULL DEFAULT false,
    "two_factor_enabled_at" TIMESTAMPTZ(3),
    "last_active_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_access_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "action" TEXT NOT NULL,
    "actor_id" UUID,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID,
    "company_id" UUID,
    "before" JSONB,
    "after" JSONB,
    "address" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_credentials" (
    "user_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "password_credentials_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "companies" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "companies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "departments" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "company_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "departments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "positions" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "department_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "positions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_roles" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "company_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "platform_roles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_groups" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "company_id" UUID,
    "name" TEXT NOT NULL,

    CONSTRAINT "access_groups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_role_groups" (
    "role_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,

    CONSTRAINT "platform_role_groups_pkey" PRIMARY KEY ("role_id","group_id")
);

-- CreateTable
CREATE TABLE "user_roles" (
    "user_id" UUID NOT NULL,
    "role_id" UUID NOT NULL,

    CONSTRAINT "user_roles_pkey" PRIMARY KEY ("user_id","role_id")
);

-- CreateTable
CREATE TABLE "user_groups" (
    "user_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "source" "membership_source" NOT NULL,

    CONSTRAINT "user_groups_pkey" PRIMARY KEY ("user_id","group_id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "second_factor_at" TIMESTAMPTZ(3),
    "address" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" "session_end",

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "known_devices" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "known_devices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "email" TEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "phone" TEXT,
    "company_id" UUID,
    "department_id" UUID,
    "position_id" UUID,
    "colour" TEXT,
    "source" "user_source" NOT NULL DEFAULT 'local',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_events_subject_id_id_idx" ON "audit_events"("subject_id", "id");

-- CreateIndex
CREATE INDEX "rate_limits_expire_idx" ON "rate_limits"("expire");

-- CreateIndex
CREATE UNIQUE INDEX "departments_company_id_name_key" ON "departments"("company_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "departments_id_company_id_key" ON "departments"("id", "company_id");

-- CreateIndex
CREATE UNIQUE INDEX "positions_department_id_name_key" ON "positions"("department_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "positions_id_department_id_key" ON "positions"("id", "department_id");

-- CreateIndex
CREATE UNIQUE INDEX "platform_roles_company_id_name_key" ON "platform_roles"("company_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "access_groups_company_id_name_key" ON "access_groups"("company_id", "name");

-- CreateIndex
CREATE INDEX "platform_role_groups_group_id_idx" ON "platform_role_groups"("group_id");

-- CreateIndex
CREATE INDEX "user_roles_role_id_idx" ON "user_roles"("role_id");

-- CreateIndex
CREATE INDEX "user_groups_group_id_idx" ON "user_groups"("group_id");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "known_devices_user_id_token_hash_key" ON "known_devices"("user_id", "token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "users_company_id_last_name_first_name_id_idx" ON "users"("company_id", "last_name", "first_name", "id");

-- CreateIndex
CREATE INDEX "users_last_name_first_name_id_idx" ON "users"("last_name", "first_name", "id");

-- CreateIndex
CREATE INDEX "users_created_at_id_idx" ON "users"("created_at", "id");

-- CreateIndex
CREATE INDEX "users_department_id_idx" ON "users"("department_id");

-- CreateIndex
CREATE INDEX "users_position_id_idx" ON "users"("position_id");

-- AddForeignKey
ALTER TABLE "user_access" ADD CONSTRAINT "user_access_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_credentials" ADD CONSTRAINT "password_credentials_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "departments" ADD CONSTRAINT "departments_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "positions" ADD CONSTRAINT "positions_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "departments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_roles" ADD CONSTRAINT "platform_roles_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_groups" ADD CONSTRAINT "access_groups_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_role_groups" ADD CONSTRAINT "platform_role_groups_role_id_fkey" FOREIGN KEY ("role_id") REFERENCES "platform_roles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_role_groups" ADD CONSTRAINT "platform_role_groups_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "access_groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_role_id_fkey" FOREIGN KEY ("role_id") REFERENCES "platform_roles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_groups" ADD CONSTRAINT "user_groups_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_groups" ADD CONSTRAINT "user_groups_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "access_groups"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "known_devices" ADD CONSTRAINT "known_devices_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_department_id_company_id_fkey" FOREIGN KEY ("department_id", "company_id") REFERENCES "departments"("id", "company_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_position_id_department_id_fkey" FOREIGN KEY ("position_id", "department_id") REFERENCES "positions"("id", "department_id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What must never be.
ALTER TABLE "companies"
  ADD CONSTRAINT "companies_name_check" CHECK (char_length(name) BETWEEN 1 AND 200 AND name = btrim(name)),
  ADD CONSTRAINT "companies_time_zone_check" CHECK (timezone(time_zone, '2000-01-01 00:00:00+00'::timestamptz) IS NOT NULL);

ALTER TABLE "users"
  ADD CONSTRAINT "users_email_check" CHECK (email = lower(email) AND email ~ '^[^\s@]+@[^\s@]+$' AND char_length(email) <= 254),
  ADD CONSTRAINT "users_name_check" CHECK (char_length(first_name) BETWEEN 1 AND 100 AND char_length(last_name) BETWEEN 1 AND 100),
  ADD CONSTRAINT "users_colour_check" CHECK (colour ~ '^#[0-9a-f]{6}$'),
  ADD CONSTRAINT "users_department_check" CHECK (department_id IS NULL OR company_id IS NOT NULL),
  ADD CONSTRAINT "users_position_check" CHECK (position_id IS NULL OR department_id IS NOT NULL);

ALTER TABLE "user_access"
  ADD CONSTRAINT "user_access_dates_check" CHECK (start_date <= end_date),
  ADD CONSTRAINT "user_access_lock_check" CHECK (
    (locked_at IS NULL) = (lock_reason IS NULL) AND (locked_at IS NOT NULL OR locked_by_id IS NULL)),
  ADD CONSTRAINT "user_access_right_check" CHECK (
    admin_right IS NULL OR (is_staff AND (admin_right = 'superuser' OR company_id IS NOT NULL)));

ALTER TABLE "sessions"
  ADD CONSTRAINT "sessions_end_check" CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
  ADD CONSTRAINT "sessions_token_check" CHECK (octet_length(token_hash) = 32);

ALTER TABLE "known_devices"
  ADD CONSTRAINT "known_devices_token_check" CHECK (octet_length(token_hash) = 32);

-- One name, one company, whatever the case.
CREATE UNIQUE INDEX "companies_name_key" ON "companies" (lower(name));

-- The search of the people list (name, e-mail, phone; contains; without regard to case).
CREATE INDEX "users_search_idx" ON "users" USING gin (
  (lower(first_name || ' ' || last_name || ' ' || email || ' ' || coalesce(phone, ''))) gin_trgm_ops);

-- "Is there still an effective superuser": a handful of rows among millions.
CREATE INDEX "user_access_superusers_idx" ON "user_access" (user_id) WHERE admin_right = 'superuser';

-- Room on the page, so that a mass change or a "last seen" updates in place.
ALTER TABLE "user_access" SET (fillfactor = 50);
ALTER TABLE "sessions" SET (fillfactor = 70);

-- user_access.company_id follows users.company_id.
CREATE FUNCTION user_access_take_company() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT company_id INTO NEW.company_id FROM users WHERE id = NEW.user_id;
  RETURN NEW;
END
$$;
CREATE TRIGGER user_access_take_company BEFORE INSERT ON "user_access"
  FOR EACH ROW EXECUTE FUNCTION user_access_take_company();

CREATE FUNCTION users_give_company() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE user_access SET company_id = NEW.company_id WHERE user_id = NEW.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER users_give_company AFTER UPDATE OF company_id ON "users"
  FOR EACH ROW WHEN (OLD.company_id IS DISTINCT FROM NEW.company_id)
  EXECUTE FUNCTION users_give_company();

-- The audit is append-only for everybody, the application included.
CREATE FUNCTION audit_events_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_events is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_events"
  FOR EACH STATEMENT EXECUTE FUNCTION audit_events_refuse();
-- Also for a role that replays (session_replication_role).
ALTER TABLE "audit_events" ENABLE ALWAYS TRIGGER audit_events_append_only;
