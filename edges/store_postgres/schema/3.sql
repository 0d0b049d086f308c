-- A row is named by where it stands, its `sort` with it: one index serves lists and rows alike.
ALTER TABLE view_row DROP CONSTRAINT view_row_pkey;
DROP INDEX view_row_order;
ALTER TABLE view_row ADD PRIMARY KEY (view, scope, sort, key);
