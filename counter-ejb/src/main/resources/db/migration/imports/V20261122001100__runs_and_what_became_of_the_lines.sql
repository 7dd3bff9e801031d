-- One import of one file. A run that was paused or broken off goes on at the piece after piece_done.
CREATE TABLE imports.run (
    id           uuid        PRIMARY KEY,
    merchant_id  uuid        NOT NULL,
    store_id     uuid        NOT NULL,
    file_name    text        NOT NULL,          -- as the user called it
    stored_as    text        NOT NULL,          -- its name in the import folder
    state        text        NOT NULL CHECK (state IN ('RUNNING', 'PAUSED', 'FAILED', 'COMPLETED')),
    node         text        NOT NULL,          -- the server at work on it
    pausing      boolean     NOT NULL DEFAULT false,
    lines_total  int         NOT NULL,
    lines_done   int         NOT NULL DEFAULT 0,
    lines_listed int         NOT NULL DEFAULT 0,
    piece_done   int         NOT NULL DEFAULT 0, -- days of the file that are booked, counted from its beginning
    started_by   text        NOT NULL,
    started_at   timestamptz NOT NULL,
    touched_at   timestamptz NOT NULL,
    ended_at     timestamptz,
    problem      text,
    version      int         NOT NULL DEFAULT 0
);
CREATE INDEX run_newest ON imports.run (merchant_id, id DESC);
CREATE UNIQUE INDEX run_one_at_a_time ON imports.run (merchant_id) WHERE state = 'RUNNING';

-- What the file says of itself, counted when it was taken in and before anything was booked.
CREATE TABLE imports.file_figures (
    run_id           uuid    PRIMARY KEY REFERENCES imports.run,
    lines            int     NOT NULL,
    invoices         int     NOT NULL,
    cancellations    int     NOT NULL,
    stock_codes      int     NOT NULL,
    trading_days     int     NOT NULL,
    without_customer int     NOT NULL,
    customers        int     NOT NULL,
    value            numeric NOT NULL
);

-- The stock codes and the customers that the file names.
CREATE TABLE imports.file_code (
    run_id uuid NOT NULL REFERENCES imports.run,
    sku    text NOT NULL,
    PRIMARY KEY (run_id, sku)
);
CREATE TABLE imports.file_customer (
    run_id    uuid NOT NULL REFERENCES imports.run,
    customer  text NOT NULL,
    member_id uuid NOT NULL,
    PRIMARY KEY (run_id, customer)
);

-- The invoices and cancellations that imports have claimed, whichever file they came in. The same number with the same
-- content is the same invoice and is booked once; with other content it is refused line by line (class number-taken).
CREATE TABLE imports.invoice (
    merchant_id  uuid    NOT NULL,
    number       text    NOT NULL,
    content_hash bytea   NOT NULL,               -- SHA-256 over its lines as in the file
    run_id       uuid    NOT NULL REFERENCES imports.run,
    day          date    NOT NULL,
    country      text    NOT NULL,
    lines        int     NOT NULL,
    settled      boolean NOT NULL DEFAULT false, -- what could be booked of it is booked
    PRIMARY KEY (merchant_id, number)
);

-- The invoices of each run's file, among them those that an earlier run had booked already.
CREATE TABLE imports.run_invoice (
    run_id       uuid    NOT NULL REFERENCES imports.run,
    number       text    NOT NULL,
    day          date    NOT NULL,
    cancellation boolean NOT NULL,
    left_out     text,                           -- why no line of it is in the books; null when at least one is
    PRIMARY KEY (run_id, number)
);

-- What became of the lines: one row per piece and class. The sum over all rows of a run is the number of lines dealt with.
CREATE TABLE imports.tally (
    run_id  uuid    NOT NULL REFERENCES imports.run,
    piece   int     NOT NULL,
    class   text    NOT NULL,
    lines   int     NOT NULL,
    without_customer int NOT NULL,
    value   numeric NOT NULL,                    -- sum of quantity times price as in the file
    booked  bigint  NOT NULL,                    -- in minor units
    splits  int     NOT NULL,                    -- how many more lines it took in the books than in the file
    PRIMARY KEY (run_id, piece, class)
);

-- The lines that were not booked as they stand, one by one, whole.
CREATE TABLE imports.listed_line (
    run_id   uuid      NOT NULL REFERENCES imports.run,
    line     int       NOT NULL,                 -- in the file, the heading being line 1
    reason   text      NOT NULL,
    invoice  text      NOT NULL,
    sku      text      NOT NULL,
    text     text      NOT NULL,
    quantity bigint    NOT NULL,
    price    numeric   NOT NULL,
    at       timestamp NOT NULL,                 -- the wall clock of the file
    customer text,
    country  text      NOT NULL,
    booked   bigint    NOT NULL,
    PRIMARY KEY (run_id, line)
);
CREATE INDEX listed_reason ON imports.listed_line (run_id, reason, line);
