-- CreateEnum
CREATE TYPE "export_outcome" AS ENUM ('complete', 'cancelled', 'disconnected', 'session_ended', 'failed');

-- CreateTable
CREATE TABLE "exports" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "written" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancelled_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "outcome" "export_outcome",

    CONSTRAINT "exports_pkey" PRIMARY KEY ("owner_id")
);

-- An export has ended in one way, or not yet.
ALTER TABLE "exports" ADD CONSTRAINT "exports_ended_check" CHECK ((ended_at IS NULL) = (outcome IS NULL));
