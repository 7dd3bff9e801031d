-- The span as a whole: sales that any promotion or voucher reached beside all others, and what they cost beside what the
-- funders' accounts on the ledger say of the same days.
SELECT c.reached, c.others, c.list AS list_minor, c.paid AS paid_minor, c.reduction AS reduction_minor, c.undone AS undone_minor,
       c.reduction - c.undone                                                          AS cost_minor,
       CASE WHEN c.reached = 0 THEN 0 ELSE round(c.paid / c.reached) END               AS with_minor,
       CASE WHEN c.others = 0 THEN 0 ELSE round((c.gross - c.paid) / c.others) END     AS without_minor,
       f.promotions                                                                    AS ledger_promotions_minor,
       f.vouchers                                                                      AS ledger_vouchers_minor,
       abs(c.promotion_cost - f.promotions) + abs(c.voucher_cost - f.vouchers)         AS difference_minor
FROM (
    SELECT coalesce(sum(sales) FILTER (WHERE kind = 'ANY'), 0) AS reached, max(s.n) - coalesce(sum(sales) FILTER (WHERE kind = 'ANY'), 0) AS others,
           max(s.gross) AS gross, coalesce(sum(list) FILTER (WHERE kind = 'ANY'), 0) AS list,
           coalesce(sum(paid) FILTER (WHERE kind = 'ANY'), 0) AS paid, coalesce(sum(reduction) FILTER (WHERE kind = 'ANY'), 0) AS reduction,
           coalesce(sum(undone) FILTER (WHERE kind = 'ANY'), 0) AS undone,
           coalesce(sum(reduction - undone) FILTER (WHERE kind = 'PROMOTION' AND party = ''), 0) AS promotion_cost,
           coalesce(sum(reduction - undone) FILTER (WHERE kind = 'VOUCHER' AND party = ''), 0) AS voucher_cost
    FROM (SELECT coalesce(sum(n), 0) AS n, coalesce(sum(gross), 0) AS gross
          FROM reporting.figures(:merchant, ARRAY['outcome'], :from, :to, :store)
          WHERE currency = :currency AND key = 'SUCCEEDED') s
    LEFT JOIN reporting.campaign_figures(:merchant, :from, :to, :store) f ON f.currency = :currency
) c
CROSS JOIN (
    SELECT coalesce(sum(amount) FILTER (WHERE kind = 'promotion-funding'), 0) AS promotions,
           coalesce(sum(amount) FILTER (WHERE kind IN ('voucher-cost', 'voucher-clearing')), 0) AS vouchers
    FROM reporting.funded(:merchant, :currency, :first, :from, :to, :store)) f
