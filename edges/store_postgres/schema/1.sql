-- The ledger: facts and the nodes of the tree over them. Nothing here is ever changed.
CREATE TABLE fact (
    position BIGINT PRIMARY KEY,
    stream   TEXT COLLATE "C" NOT NULL,
    version  BIGINT NOT NULL,
    payload  BYTEA,
    salt     BYTEA,
    leaf     BYTEA NOT NULL,
    UNIQUE (stream, version)
);

CREATE TABLE node (
    level SMALLINT NOT NULL,
    idx   BIGINT NOT NULL,
    hash  BYTEA NOT NULL,
    PRIMARY KEY (level, idx)
);

-- The views: made from the facts, and made again by `placet rebuild`.
CREATE TABLE document (
    stream  TEXT COLLATE "C" PRIMARY KEY,
    version BIGINT NOT NULL,
    body    BYTEA NOT NULL
);

CREATE TABLE view_row (
    view  TEXT COLLATE "C" NOT NULL,
    scope TEXT COLLATE "C" NOT NULL,
    key   TEXT COLLATE "C" NOT NULL,
    sort  TEXT COLLATE "C" NOT NULL,
    body  BYTEA NOT NULL,
    PRIMARY KEY (view, scope, key)
);

CREATE INDEX view_row_order ON view_row (view, scope, sort, key);

CREATE TABLE counter (
    view  TEXT COLLATE "C" NOT NULL,
    scope TEXT COLLATE "C" NOT NULL,
    n     BIGINT NOT NULL,
    PRIMARY KEY (view, scope)
);

-- What changes and expires, and is nobody's record.
CREATE TABLE kept (
    kind    TEXT COLLATE "C" NOT NULL,
    key     TEXT COLLATE "C" NOT NULL,
    owner   TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    expires BIGINT,
    body    BYTEA NOT NULL,
    PRIMARY KEY (kind, key)
);

CREATE INDEX kept_owner ON kept (kind, owner, key);
CREATE INDEX kept_expiry ON kept (expires) WHERE expires IS NOT NULL;

CREATE TABLE series (
    name TEXT COLLATE "C" PRIMARY KEY,
    n    BIGINT NOT NULL
);
