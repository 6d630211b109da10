import type { CommercePlatform } from "../commerce/platform.ts";
import type { Database } from "../db/database.ts";
import type { JobQueue } from "../jobs/queue.ts";
import type { Instant } from "../loyalty/time.ts";

/** What a use case is given. It never fetches anything of this itself. */
export interface Services {
  db: Database;
  platform: CommercePlatform;
  jobs: JobQueue;
  clock: () => Instant;
  log: Log;
}

export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
