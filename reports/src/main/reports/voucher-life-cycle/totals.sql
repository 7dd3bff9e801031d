-- All campaigns together, and what the ledger's voucher accounts say: those in hand hold one each, and all that are used have
-- come to the used accounts.
WITH campaign AS MATERIALIZED (SELECT * FROM vouchers.campaign WHERE merchant_id = :merchant AND currency = :currency),
hand AS (
    SELECT count(*) FILTER (WHERE v.came <> 'GIFT' AND NOT (v.to_pool AND v.state = 'EXPIRED')
                              AND (v.issued_at AT TIME ZONE :zone)::date BETWEEN CAST(:from AS date) AND CAST(:to AS date)) AS given,
           count(*) FILTER (WHERE v.state = 'EXPIRED' AND NOT v.to_pool
                              AND (v.left_at AT TIME ZONE :zone)::date BETWEEN CAST(:from AS date) AND CAST(:to AS date)) AS expired,
           count(*) FILTER (WHERE v.state = 'WITHDRAWN'
                              AND (v.left_at AT TIME ZONE :zone)::date BETWEEN CAST(:from AS date) AND CAST(:to AS date)) AS withdrawn,
           count(*) FILTER (WHERE v.state = 'IN_HAND') AS in_hand
    FROM vouchers.voucher v JOIN campaign c ON c.id = v.campaign_id
),
used AS (
    SELECT count(*) AS ever, count(*) FILTER (WHERE asked) AS used, coalesce(sum(saving - undone) FILTER (WHERE asked), 0) AS saved,
           avg(days) FILTER (WHERE asked) AS days
    FROM (SELECT r.saving, r.undone, extract(epoch FROM r.used_at - v.issued_at) / 86400 AS days,
                 r.business_day BETWEEN :from AND :to AND (CAST(:store AS uuid) IS NULL OR r.store_id = :store) AS asked
          FROM vouchers.redemption r JOIN campaign c ON c.id = r.campaign_id JOIN vouchers.voucher v ON v.id = r.voucher_id
          WHERE r.back_journal IS NULL) each
),
book AS (
    SELECT coalesce((SELECT sum(a.balance) FROM ledger.account a JOIN campaign c ON a.unit = 'VCH:' || c.id
                      WHERE a.merchant_id = :merchant AND a.kind = 'voucher'), 0) AS in_hand,
           coalesce((SELECT sum(a.balance + coalesce((SELECT sum(t.amount) FROM ledger.tail t WHERE t.account_id = a.id), 0))
                       FROM ledger.account a JOIN campaign c ON a.id = c.used_account), 0) AS used
)
SELECT (SELECT count(*) FROM campaign WHERE state <> 'DRAFT') AS campaigns, hand.given, hand.expired, hand.withdrawn, hand.in_hand, used.used,
       used.saved AS saved_minor, round(CAST(used.days AS numeric), 1) AS days, book.in_hand AS ledger_in_hand, book.used AS ledger_used, used.ever,
       abs(hand.in_hand - book.in_hand) + abs(used.ever - book.used) AS difference
FROM hand, used, book
