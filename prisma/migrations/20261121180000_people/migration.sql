-- CreateTable
CREATE TABLE "bulk_runs" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "list_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "change" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "executed_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_outcomes" (
    "run_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "bulk_outcomes_pkey" PRIMARY KEY ("run_id","user_id")
);

-- CreateTable
CREATE TABLE "frozen_lists" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "owner_id" UUID NOT NULL,
    "question" TEXT,
    "size" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "frozen_lists_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "frozen_people" (
    "list_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "frozen_people_pkey" PRIMARY KEY ("list_id","user_id")
);

-- CreateTable
CREATE TABLE "imports" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "owner_id" UUID NOT NULL,
    "company_id" UUID,
    "file_name" TEXT NOT NULL,
    "headers" TEXT[],
    "size" INTEGER NOT NULL DEFAULT 0,
    "mapping" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "executed_at" TIMESTAMPTZ(3),
    "created" INTEGER,

    CONSTRAINT "imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_rows" (
    "import_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "cells" TEXT[],
    "errors" JSONB,

    CONSTRAINT "import_rows_pkey" PRIMARY KEY ("import_id","number")
);

-- CreateTable
CREATE TABLE "import_readings" (
    "import_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "email" TEXT,
    "first_name" TEXT,
    "last_name" TEXT,
    "phone" TEXT,
    "company" TEXT,
    "department" TEXT,
    "position" TEXT,
    "start_date" DATE,
    "end_date" DATE,
    "colour" TEXT,
    "groups" TEXT[],
    "roles" TEXT[],
    "errors" JSONB NOT NULL,

    CONSTRAINT "import_readings_pkey" PRIMARY KEY ("import_id","number")
);

-- CreateTable
CREATE TABLE "quizzes" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "company_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "pass_mark" SMALLINT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "quizzes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quiz_questions" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "quiz_id" UUID NOT NULL,
    "place" SMALLINT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "quiz_questions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quiz_answers" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "question_id" UUID NOT NULL,
    "place" SMALLINT NOT NULL,
    "text" TEXT NOT NULL,
    "is_right" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "quiz_answers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quiz_assignments" (
    "user_id" UUID NOT NULL,
    "quiz_id" UUID NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "assigned_by_id" UUID,

    CONSTRAINT "quiz_assignments_pkey" PRIMARY KEY ("user_id","quiz_id")
);

-- CreateTable
CREATE TABLE "saved_views" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "owner_id" UUID NOT NULL,
    "company_id" UUID,
    "name" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "bulk_runs_actor_id_id_idx" ON "bulk_runs"("actor_id", "id");

-- CreateIndex
CREATE INDEX "bulk_runs_list_id_idx" ON "bulk_runs"("list_id");

-- CreateIndex
CREATE INDEX "imports_owner_id_id_idx" ON "imports"("owner_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "quizzes_company_id_title_key" ON "quizzes"("company_id", "title");

-- CreateIndex
CREATE UNIQUE INDEX "quiz_questions_quiz_id_place_key" ON "quiz_questions"("quiz_id", "place");

-- CreateIndex
CREATE UNIQUE INDEX "quiz_answers_question_id_place_key" ON "quiz_answers"("question_id", "place");

-- CreateIndex
CREATE INDEX "quiz_assignments_quiz_id_idx" ON "quiz_assignments"("quiz_id");

-- CreateIndex
CREATE INDEX "saved_views_company_id_idx" ON "saved_views"("company_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_views_owner_id_name_key" ON "saved_views"("owner_id", "name");

-- AddForeignKey
ALTER TABLE "bulk_runs" ADD CONSTRAINT "bulk_runs_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "frozen_lists"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quizzes" ADD CONSTRAINT "quizzes_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_questions" ADD CONSTRAINT "quiz_questions_quiz_id_fkey" FOREIGN KEY ("quiz_id") REFERENCES "quizzes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_answers" ADD CONSTRAINT "quiz_answers_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "quiz_questions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_assignments" ADD CONSTRAINT "quiz_assignments_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_assignments" ADD CONSTRAINT "quiz_assignments_quiz_id_fkey" FOREIGN KEY ("quiz_id") REFERENCES "quizzes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What must never be.
ALTER TABLE "quizzes"
  ADD CONSTRAINT "quizzes_title_check" CHECK (char_length(title) BETWEEN 1 AND 200),
  ADD CONSTRAINT "quizzes_pass_mark_check" CHECK (pass_mark BETWEEN 1 AND 100);
ALTER TABLE "saved_views"
  ADD CONSTRAINT "saved_views_name_check" CHECK (char_length(name) BETWEEN 1 AND 100),
  ADD CONSTRAINT "saved_views_question_check" CHECK (char_length(question) <= 4000);
ALTER TABLE "departments"
  ADD CONSTRAINT "departments_name_check" CHECK (char_length(name) BETWEEN 1 AND 200 AND name = btrim(name));
ALTER TABLE "positions"
  ADD CONSTRAINT "positions_name_check" CHECK (char_length(name) BETWEEN 1 AND 200 AND name = btrim(name));
ALTER TABLE "platform_roles"
  ADD CONSTRAINT "platform_roles_name_check" CHECK (char_length(name) BETWEEN 1 AND 200 AND name = btrim(name));
ALTER TABLE "access_groups"
  ADD CONSTRAINT "access_groups_name_check" CHECK (char_length(name) BETWEEN 1 AND 200 AND name = btrim(name));

-- Names without regard to case; "other groups", which belong to no company, among themselves.
CREATE UNIQUE INDEX "departments_name_key" ON "departments" (company_id, lower(name));
CREATE UNIQUE INDEX "positions_name_key" ON "positions" (department_id, lower(name));
CREATE UNIQUE INDEX "platform_roles_name_key" ON "platform_roles" (company_id, lower(name));
CREATE UNIQUE INDEX "access_groups_name_key" ON "access_groups" (company_id, lower(name)) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX "quizzes_name_key" ON "quizzes" (company_id, lower(title));

-- Room on the page for every row's next version, so that all of a mass change updates in place: a
-- locked row is half as long again, and of the sessions none may have to move, or both indexes grow.
ALTER TABLE "user_access" SET (fillfactor = 36);
ALTER TABLE "sessions" SET (fillfactor = 46);
