-- The signed head of the ledger, written with every append: what lies here and is shorter was cut.
CREATE TABLE head (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    note TEXT NOT NULL
) STRICT;
