-- What the search of the people list reads, kept by the database: lower case, in one piece.
DROP INDEX "users_search_idx";
ALTER TABLE "users" ADD COLUMN "search" TEXT GENERATED ALWAYS AS
  (lower(first_name || ' ' || last_name || ' ' || email || ' ' || coalesce(phone, ''))) STORED;
CREATE INDEX "users_search_idx" ON "users" USING gin ("search" gin_trgm_ops);

-- The planner chooses between the order and the search by how many it expects to find.
ALTER TABLE "users" ALTER COLUMN "search" SET STATISTICS 1000;

-- The order of names carries what is searched: words too short for trigrams are looked for there,
-- without a look at the table.
DROP INDEX "users_last_name_first_name_id_idx";
CREATE INDEX "users_last_name_first_name_id_idx" ON "users" (last_name, first_name, id) INCLUDE ("search");

-- Only of what neither a lock nor a deactivation changes: those update in place. That somebody was
-- active is noted at most once a minute and session.
CREATE INDEX "user_access_company_id_idx" ON "user_access" (company_id);
CREATE INDEX "user_access_start_date_user_id_idx" ON "user_access" (start_date, user_id);
CREATE INDEX "user_access_end_date_user_id_idx" ON "user_access" (end_date, user_id);
CREATE INDEX "user_access_last_active_at_user_id_idx" ON "user_access" (last_active_at, user_id);

-- Who may open the administration: few among many.
CREATE INDEX "user_access_staff_idx" ON "user_access" (user_id) WHERE is_staff;

-- Whom a directory manages: few among many.
CREATE INDEX "users_directory_idx" ON "users" (id) WHERE source = 'directory';

-- No calendar is a day or more away from UTC: the list counts on it.
ALTER TABLE "companies" ADD CONSTRAINT "companies_time_zone_near_check" CHECK (
  abs(extract(epoch FROM timezone(time_zone, '2000-01-01 00:00:00+00'::timestamptz) - '2000-01-01 00:00:00')) < 86400);
