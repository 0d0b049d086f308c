-- Rows lie in the order in which lists show them: a list is read in one go, and a line that many lists share is found at once,
-- since its `sort` is empty.
ALTER TABLE view_row RENAME TO view_row_by_key;
DROP INDEX view_row_order;

CREATE TABLE view_row (
    view  TEXT NOT NULL,
    scope TEXT NOT NULL,
    key   TEXT NOT NULL,
    sort  TEXT NOT NULL,
    body  BLOB NOT NULL,
    PRIMARY KEY (view, scope, sort, key)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX view_row_key ON view_row (view, scope, key);

INSERT INTO view_row SELECT * FROM view_row_by_key ORDER BY view, scope, sort, key;
DROP TABLE view_row_by_key;
