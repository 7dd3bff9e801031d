-- Whether any piece of a sale is still with the customer. Asked of the few sales that no money was paid for: nothing on the
-- payment itself says what came back of those. The planner takes it to be asked of every row, hence the low cost.
CREATE FUNCTION transactions.something_is_kept(sale uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE COST 1 AS $$
    SELECT NOT EXISTS (SELECT FROM transactions.refund r WHERE r.payment_id = sale)
        OR EXISTS (SELECT FROM transactions.sale_line l WHERE l.payment_id = sale AND l.quantity > coalesce((
               SELECT sum(b.quantity) FROM transactions.refund r JOIN transactions.refund_line b ON b.refund_id = r.id
                WHERE r.payment_id = sale AND b.sale_line = l.line), 0))
$$;

-- What came back whole was not bought; what cost nothing was, as long as a piece of it is kept. One rule for all who ask what
-- customers bought. It reads no table itself, so the planner writes it into the query that calls it.
CREATE FUNCTION transactions.bought(sale uuid, amount bigint, refunded bigint) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT refunded < amount OR amount = 0 AND transactions.something_is_kept(sale)
$$;
