-- What the store would not have is counted for the home page: little among much that is done.
CREATE INDEX "benefit_refused" ON "benefit" ("shop_id", "due_at") WHERE "state" = 'refused';
