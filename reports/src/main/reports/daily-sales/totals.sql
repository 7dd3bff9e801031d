-- The day as a whole, beside what the ledger's revenue accounts say of the same day.
WITH sale AS (
    SELECT count(*) FILTER (WHERE state = 'SUCCEEDED')                          AS sales,
           coalesce(sum(amount) FILTER (WHERE state = 'SUCCEEDED'), 0)          AS gross,
           count(*) FILTER (WHERE state = 'CANCELLED')                          AS cancelled,
           coalesce(sum(amount) FILTER (WHERE state = 'CANCELLED'), 0)          AS cancelled_amount,
           count(*) FILTER (WHERE state = 'REFUSED')                            AS refused,
           count(*) FILTER (WHERE state = 'SUCCEEDED' AND tender_kind = 'MIXED') AS mixed
    FROM transactions.payment
    WHERE merchant_id = :merchant AND business_day BETWEEN :from AND :to AND currency = :currency
      AND (CAST(:store AS uuid) IS NULL OR store_id = :store)
),
back AS (
    SELECT count(*) AS refunds, coalesce(sum(r.amount), 0) AS amount
    FROM transactions.refund r
    WHERE r.merchant_id = :merchant AND r.business_day BETWEEN :from AND :to AND r.currency = :currency
      AND (CAST(:store AS uuid) IS NULL OR r.store_id = :store)
      AND NOT EXISTS (SELECT 1 FROM transactions.payment p WHERE p.id = r.payment_id AND p.state = 'CANCELLED')
),
book AS (
    SELECT coalesce(sum(p.amount), 0) AS net
    FROM ledger.journal j
    JOIN ledger.posting p ON p.journal_id = j.id
    JOIN ledger.account a ON a.id = p.account_id
    WHERE a.merchant_id = :merchant AND j.business_day BETWEEN :from AND :to AND p.journal_id >= :first AND j.id >= :first
      AND (CAST(:store AS uuid) IS NULL OR j.store_id = :store)
      AND a.kind = 'revenue' AND a.unit = :currency
),
elsewhere AS (
    SELECT count(*) AS foreign_sales
    FROM transactions.payment
    WHERE merchant_id = :merchant AND business_day BETWEEN :from AND :to AND currency <> :currency
      AND state = 'SUCCEEDED' AND (CAST(:store AS uuid) IS NULL OR store_id = :store)
)
SELECT sale.sales,
       sale.gross                                                               AS gross_minor,
       back.refunds                                                             AS refund_count,
       back.amount                                                              AS refunds_minor,
       sale.gross - back.amount                                                 AS net_minor,
       CASE WHEN sale.sales = 0 THEN 0 ELSE round(sale.gross / sale.sales) END  AS average_minor,
       sale.cancelled,
       sale.cancelled_amount                                                    AS cancelled_amount_minor,
       sale.refused,
       sale.mixed,
       book.net                                                                 AS ledger_minor,
       sale.gross - back.amount - book.net                                      AS difference_minor,
       elsewhere.foreign_sales
FROM sale, back, book, elsewhere
