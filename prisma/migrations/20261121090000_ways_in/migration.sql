-- CreateEnum
CREATE TYPE "link_purpose" AS ENUM ('password_reset', 'first_login');

-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('queued', 'sent', 'failed', 'dropped');

-- CreateEnum
CREATE TYPE "session_method" AS ENUM ('password', 'first_login');

-- AlterEnum
ALTER TYPE "session_end" ADD VALUE 'second_factor_failed';
ALTER TYPE "session_end" ADD VALUE 'second_factor_changed';

-- AlterTable
ALTER TABLE "companies" ADD COLUMN     "control_word_changed_at" TIMESTAMPTZ(3),
ADD COLUMN     "control_word_hash" TEXT;

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "method" "session_method" NOT NULL DEFAULT 'password',
ADD COLUMN     "wrong_codes" SMALLINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "totp_credentials" (
    "user_id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "totp_credentials_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "backup_codes" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "backup_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_links" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "purpose" "link_purpose" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "valid_seconds" INTEGER NOT NULL DEFAULT 3600,
    "opened_at" TIMESTAMPTZ(3),
    "consumed_at" TIMESTAMPTZ(3),
    "voided_at" TIMESTAMPTZ(3),
    "requested_by_id" UUID,
    "browser_hash" BYTEA,

    CONSTRAINT "access_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mails" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "template" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "props" JSONB NOT NULL,
    "user_id" UUID,
    "company_id" UUID,
    "link_id" UUID,
    "state" "mail_state" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tried_at" TIMESTAMPTZ(3),

    CONSTRAINT "mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "session_idle_minutes" INTEGER NOT NULL DEFAULT 60,
    "session_absolute_minutes" INTEGER NOT NULL DEFAULT 1440,
    "password_minimum" INTEGER NOT NULL DEFAULT 8,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_photos" (
    "user_id" UUID NOT NULL,
    "content" BYTEA NOT NULL,
    "version" UUID NOT NULL DEFAULT uuid_v7(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_photos_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "backup_codes_user_id_code_hash_key" ON "backup_codes"("user_id", "code_hash");

-- CreateIndex
CREATE INDEX "access_links_user_id_id_idx" ON "access_links"("user_id", "id");

-- CreateIndex
CREATE INDEX "mails_company_id_id_idx" ON "mails"("company_id", "id");

-- CreateIndex
CREATE INDEX "mails_state_id_idx" ON "mails"("state", "id");

-- CreateIndex
CREATE INDEX "mails_link_id_idx" ON "mails"("link_id");

-- CreateIndex
CREATE INDEX "mails_user_id_id_idx" ON "mails"("user_id", "id");

-- AddForeignKey
ALTER TABLE "totp_credentials" ADD CONSTRAINT "totp_credentials_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "backup_codes" ADD CONSTRAINT "backup_codes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_links" ADD CONSTRAINT "access_links_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mails" ADD CONSTRAINT "mails_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "access_links"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_photos" ADD CONSTRAINT "user_photos_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What must never be.
ALTER TABLE "companies"
  ADD CONSTRAINT "companies_control_word_check" CHECK ((control_word_hash IS NULL) = (control_word_changed_at IS NULL));

ALTER TABLE "access_links"
  ADD CONSTRAINT "access_links_expiry_check" CHECK (expires_at > created_at),
  ADD CONSTRAINT "access_links_browser_check" CHECK (octet_length(browser_hash) = 32);

ALTER TABLE "backup_codes"
  ADD CONSTRAINT "backup_codes_hash_check" CHECK (octet_length(code_hash) = 32);

ALTER TABLE "mails"
  ADD CONSTRAINT "mails_to_address_check" CHECK (to_address ~ '^[^\s@]+@[^\s@]+$' AND char_length(to_address) <= 254);

ALTER TABLE "settings"
  ADD CONSTRAINT "settings_single_check" CHECK (id = 1),
  ADD CONSTRAINT "settings_sessions_check" CHECK (
    session_idle_minutes BETWEEN 5 AND session_absolute_minutes AND session_absolute_minutes <= 43200),
  ADD CONSTRAINT "settings_password_check" CHECK (password_minimum BETWEEN 8 AND 64);
INSERT INTO "settings" DEFAULT VALUES;

-- "the links of these people that still open something", to void them.
CREATE INDEX "access_links_live_idx" ON "access_links" (user_id) WHERE consumed_at IS NULL AND voided_at IS NULL;

-- A link goes to an address: whoever has another now, gets another link (security 28).
CREATE FUNCTION users_void_links() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE access_links SET voided_at = now()
  WHERE user_id = NEW.id AND consumed_at IS NULL AND voided_at IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER users_void_links AFTER UPDATE OF email ON "users"
  FOR EACH ROW WHEN (OLD.email IS DISTINCT FROM NEW.email) EXECUTE FUNCTION users_void_links();

-- Counters that nobody misses after a crash, and that everybody waits for who signs in: no log.
ALTER TABLE "rate_limits" SET UNLOGGED;
