-- The ledger: facts and the nodes of the tree over them. Nothing here is ever changed.
CREATE TABLE fact (
    position INTEGER PRIMARY KEY,
    stream   TEXT NOT NULL,
    version  INTEGER NOT NULL,
    payload  BLOB,
    salt     BLOB,
    leaf     BLOB NOT NULL,
    UNIQUE (stream, version)
) STRICT;

CREATE TABLE node (
    level INTEGER NOT NULL,
    idx   INTEGER NOT NULL,
    hash  BLOB NOT NULL,
    PRIMARY KEY (level, idx)
) STRICT, WITHOUT ROWID;

-- The views: made from the facts, and made again by `placet rebuild`.
CREATE TABLE document (
    stream  TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    body    BLOB NOT NULL
) STRICT;

CREATE TABLE view_row (
    view  TEXT NOT NULL,
    scope TEXT NOT NULL,
    key   TEXT NOT NULL,
    sort  TEXT NOT NULL,
    body  BLOB NOT NULL,
    PRIMARY KEY (view, scope, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX view_row_order ON view_row (view, scope, sort, key);

CREATE TABLE counter (
    view  TEXT NOT NULL,
    scope TEXT NOT NULL,
    n     INTEGER NOT NULL,
    PRIMARY KEY (view, scope)
) STRICT, WITHOUT ROWID;

-- What changes and expires, and is nobody's record.
CREATE TABLE kept (
    kind    TEXT NOT NULL,
    key     TEXT NOT NULL,
    owner   TEXT NOT NULL,
    version INTEGER NOT NULL,
    expires INTEGER,
    body    BLOB NOT NULL,
    PRIMARY KEY (kind, key)
) STRICT;

CREATE INDEX kept_owner ON kept (kind, owner, key);
CREATE INDEX kept_expiry ON kept (expires) WHERE expires IS NOT NULL;

CREATE TABLE series (
    name TEXT PRIMARY KEY NOT NULL,
    n    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
