-- Each time the roll-ups were made again on somebody's order; ended_at is null while it runs, or if its node was lost.
CREATE TABLE reporting.rebuilding (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ordered_by text        NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz,
    records    bigint,                       -- payments, refunds and journals added up
    failed     boolean     NOT NULL DEFAULT false
);
