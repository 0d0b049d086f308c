-- The signed head of the ledger, written with every append: what lies here and is shorter was cut.
CREATE TABLE head (
    one  BOOLEAN PRIMARY KEY CHECK (one),
    note TEXT NOT NULL
);
