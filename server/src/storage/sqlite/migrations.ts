/**
 * The database's schema, one script a version; `PRAGMA user_version` says how many have run. A released script never changes.
 *
 * Updates carry the plan's number instead of its id, and all that one commit holds of a plan is one row (`packed-updates.ts`):
 * measured at 100 plans a commit, that costs a third of the pages and a tenth of the time.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE plans (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    deleted_at INTEGER
  ) STRICT;

  CREATE TABLE updates (
    plan INTEGER NOT NULL REFERENCES plans (number),
    first_seq INTEGER NOT NULL CHECK (first_seq > 0),
    last_seq INTEGER NOT NULL CHECK (last_seq >= first_seq),
    packed BLOB NOT NULL,
    PRIMARY KEY (plan, first_seq)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE client_ids (
    plan INTEGER NOT NULL REFERENCES plans (number),
    client INTEGER NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (plan, client)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE checkpoints (
    plan INTEGER NOT NULL REFERENCES plans (number),
    seq INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    state BLOB NOT NULL,
    PRIMARY KEY (plan, seq)
  ) STRICT;

  CREATE TABLE keys (
    id TEXT PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (number),
    role TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    revoked_at INTEGER,
    uses INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX keys_of_plan ON keys (plan);

  CREATE TABLE actors (
    plan INTEGER NOT NULL REFERENCES plans (number),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    circle TEXT,
    color TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (plan, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE members (
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    plan INTEGER NOT NULL REFERENCES plans (number),
    actor TEXT NOT NULL,
    PRIMARY KEY (session, plan),
    FOREIGN KEY (plan, actor) REFERENCES actors (plan, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE member_keys (
    session TEXT NOT NULL,
    plan INTEGER NOT NULL,
    key TEXT NOT NULL REFERENCES keys (id),
    PRIMARY KEY (session, plan, key),
    FOREIGN KEY (session, plan) REFERENCES members (session, plan) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE probe (id INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT;
  `,
  `
  CREATE TABLE events (
    plan INTEGER NOT NULL REFERENCES plans (number),
    seq INTEGER NOT NULL CHECK (seq > 0),
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    command TEXT,
    type TEXT NOT NULL,
    body TEXT NOT NULL,
    content TEXT,
    salt TEXT,
    digest TEXT,
    prev TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (plan, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX command_of_actor ON events (plan, actor, command) WHERE command IS NOT NULL;

  CREATE TABLE journal_heads (
    plan INTEGER PRIMARY KEY REFERENCES plans (number),
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE snapshots (
    plan INTEGER NOT NULL REFERENCES plans (number),
    id TEXT NOT NULL,
    plan_seq INTEGER NOT NULL,
    journal_seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    state BLOB NOT NULL,
    PRIMARY KEY (plan, id)
  ) STRICT;
  `,
  `
  CREATE TABLE feeds (
    id TEXT PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (number),
    hash TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX feeds_of_plan ON feeds (plan);
  `,
  `
  CREATE TABLE hidden (
    number INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (number),
    session TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    entry TEXT NOT NULL,
    UNIQUE (plan, session, kind, id)
  ) STRICT;

  CREATE TABLE join_codes (
    code TEXT PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans (number),
    session TEXT NOT NULL,
    key TEXT NOT NULL REFERENCES keys (id),
    UNIQUE (plan, session)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE erased_plans (
    hash TEXT PRIMARY KEY,
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE INDEX member_keys_of_key ON member_keys (key);
  `,
  `
  ALTER TABLE keys ADD COLUMN max_uses INTEGER;

  ALTER TABLE sessions ADD COLUMN spent_hash TEXT;
  ALTER TABLE sessions ADD COLUMN host_bound INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE sessions ADD COLUMN used_at INTEGER NOT NULL DEFAULT 0;
  -- When its person last joined something.
  UPDATE sessions SET used_at = max(created_at, expires_at - 15552000000);
  CREATE INDEX sessions_by_spent_hash ON sessions (spent_hash) WHERE spent_hash IS NOT NULL;

  CREATE TABLE erased_access (
    hash TEXT PRIMARY KEY,
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE keys ADD COLUMN name TEXT NOT NULL DEFAULT '';
  ALTER TABLE keys ADD COLUMN origin TEXT NOT NULL DEFAULT 'person';
  ALTER TABLE keys ADD COLUMN maker TEXT;
  ALTER TABLE keys ADD COLUMN used_at INTEGER;
  -- Of keys of before, those behind a code, and the first of each role when it came within ten seconds of its plan.
  UPDATE keys SET origin = 'workshop' WHERE id IN (SELECT key FROM join_codes);
  UPDATE keys SET origin = 'plan'
    WHERE created_at = (SELECT min(created_at) FROM keys AS other WHERE other.plan = keys.plan AND other.role = keys.role)
      AND created_at <= 10000 + (SELECT created_at FROM plans WHERE number = keys.plan);
  `,
];
