-- Readers keep papers with notes and tags, what an import could not match, and searches.

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "saved_public" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "saved_papers" (
    "user_id" TEXT NOT NULL,
    "paper_id" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "saved_papers_pkey" PRIMARY KEY ("user_id","paper_id")
);

-- CreateTable
CREATE TABLE "saved_entries" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "arxiv_id" TEXT,
    "item" JSONB NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_searches" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_searches_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "saved_papers_user_id_saved_at_paper_id_idx" ON "saved_papers"("user_id", "saved_at" DESC, "paper_id");

-- CreateIndex
CREATE INDEX "saved_papers_paper_id_idx" ON "saved_papers"("paper_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_entries_user_id_key_key" ON "saved_entries"("user_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "saved_searches_user_id_query_key" ON "saved_searches"("user_id", "query");

-- AddForeignKey
ALTER TABLE "saved_papers" ADD CONSTRAINT "saved_papers_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_papers" ADD CONSTRAINT "saved_papers_paper_id_fkey" FOREIGN KEY ("paper_id") REFERENCES "papers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_entries" ADD CONSTRAINT "saved_entries_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Imported libraries are matched by it.
CREATE INDEX "papers_lower_doi_idx" ON "papers" (lower("doi"));

ALTER TABLE "saved_papers" ADD CONSTRAINT "saved_papers_note_length" CHECK (length(note) <= 4000);
