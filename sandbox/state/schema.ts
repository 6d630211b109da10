export const SCHEMA = `
CREATE TABLE IF NOT EXISTS shops (seq INTEGER PRIMARY KEY, domain TEXT NOT NULL UNIQUE, doc TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS documents (
  seq INTEGER PRIMARY KEY, shop TEXT NOT NULL, type TEXT NOT NULL, id TEXT NOT NULL, doc TEXT NOT NULL,
  UNIQUE (shop, type, id)
);
CREATE INDEX IF NOT EXISTS documents_in_order ON documents (shop, type, seq);

CREATE TABLE IF NOT EXISTS lookups (
  shop TEXT NOT NULL, type TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, id TEXT NOT NULL,
  PRIMARY KEY (shop, type, name, value, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS lookups_of_document ON lookups (shop, type, id);

CREATE TABLE IF NOT EXISTS refs (
  shop TEXT NOT NULL, ref TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (shop, ref)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sequences (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, doc TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS bodies (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS deliveries (
  id INTEGER PRIMARY KEY, shop TEXT NOT NULL, topic TEXT NOT NULL, address TEXT NOT NULL, api_version TEXT NOT NULL,
  webhook_id TEXT NOT NULL, event_id TEXT NOT NULL, triggered_at TEXT NOT NULL, body_id INTEGER NOT NULL,
  state TEXT NOT NULL, due_at INTEGER NOT NULL, disturbed TEXT, created_at TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (state, due_at);
CREATE INDEX IF NOT EXISTS deliveries_body ON deliveries (body_id);

CREATE TABLE IF NOT EXISTS attempts (
  delivery_id INTEGER NOT NULL, n INTEGER NOT NULL, at TEXT NOT NULL, status INTEGER, duration_ms INTEGER NOT NULL,
  answer TEXT NOT NULL, PRIMARY KEY (delivery_id, n)
) WITHOUT ROWID;
`;

export const TABLES = [
  "shops",
  "documents",
  "lookups",
  "refs",
  "sequences",
  "settings",
  "bodies",
  "deliveries",
  "attempts",
] as const;
