-- Day by day, each in the order of recording. Days are joined one after the other and only a day is ever sorted, so the
-- first line comes at once and a year needs no more memory than its busiest day. What a cancellation gave back is called
-- cancelled like its sale: totals count neither. A refund without a number of its own is told by its reason, a code: paper
-- says it in the reader's language, the sheet keeps it for those that read sheets by machine.
SELECT CAST(d.day AS date) AS business_day, to_char(x.occurred_at AT TIME ZONE :zone, 'HH24:MI:SS') AS time, x.kind, x.number,
       x.reason, x.state, x.tender, x.cashier, x.member, x.amount AS amount_minor,
       (SELECT s.code FROM merchants.store s WHERE s.id = x.store_id) AS store,
       (SELECT t.code FROM merchants.till t WHERE t.id = x.till_id) AS till
FROM generate_series(CAST(:from AS timestamp), CAST(:to AS timestamp), interval '1 day') AS d(day)
CROSS JOIN LATERAL (
    SELECT id, occurred_at, 'sale' AS kind, sale_number AS number, CAST(NULL AS text) AS reason, state, tender_kind AS tender, cashier,
           coalesce(member_name, '') AS member, amount, store_id, till_id
    FROM transactions.payment
    WHERE merchant_id = :merchant AND business_day = CAST(d.day AS date) AND currency = :currency AND id >= :first
      AND (CAST(:store AS uuid) IS NULL OR store_id = :store)
    UNION ALL
    SELECT id, occurred_at, 'refund', coalesce(number, reason), CASE WHEN number IS NULL THEN reason END,
           CASE WHEN (SELECT p.state FROM transactions.payment p WHERE p.id = r.payment_id) = 'CANCELLED' THEN 'CANCELLED'
                ELSE 'REFUNDED' END,
           tender_kind, cashier, '', -amount, store_id, till_id
    FROM transactions.refund r
    WHERE merchant_id = :merchant AND business_day = CAST(d.day AS date) AND currency = :currency AND id >= :first
      AND (CAST(:store AS uuid) IS NULL OR store_id = :store)
    ORDER BY id) x
