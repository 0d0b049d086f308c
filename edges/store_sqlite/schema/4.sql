-- A row is named by where it stands, its `sort` with it, so that finding it needs no index beside the list itself, which every
-- decision had to change as well.
DROP INDEX view_row_key;
