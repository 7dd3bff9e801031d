-- By campaign, by the way in which vouchers came into hands, and by day.
WITH campaign AS MATERIALIZED (SELECT * FROM vouchers.campaign WHERE merchant_id = :merchant AND currency = :currency),
hand AS MATERIALIZED (
    SELECT v.campaign_id, v.came, v.state,
           (v.issued_at AT TIME ZONE :zone)::date AS issued, (v.left_at AT TIME ZONE :zone)::date AS gone,
           v.came <> 'GIFT' AND NOT (v.to_pool AND v.state = 'EXPIRED') AS counts, v.to_pool
    FROM vouchers.voucher v JOIN campaign c ON c.id = v.campaign_id
),
used AS MATERIALIZED (
    SELECT r.campaign_id, v.came, r.business_day, r.saving - r.undone AS saved, extract(epoch FROM r.used_at - v.issued_at) / 86400 AS days
    FROM vouchers.redemption r JOIN campaign c ON c.id = r.campaign_id JOIN vouchers.voucher v ON v.id = r.voucher_id
    WHERE r.back_journal IS NULL AND r.business_day BETWEEN :from AND :to AND (CAST(:store AS uuid) IS NULL OR r.store_id = :store)
),
event AS (
    SELECT campaign_id, came, issued AS day, 1 AS given, 0 AS used, 0 AS expired, 0 AS withdrawn, 0 AS in_hand, 0 AS saved, NULL::numeric AS days
    FROM hand WHERE counts AND issued BETWEEN CAST(:from AS date) AND CAST(:to AS date)
    UNION ALL
    SELECT campaign_id, came, business_day, 0, 1, 0, 0, 0, saved, CAST(days AS numeric) FROM used
    UNION ALL
    SELECT campaign_id, came, gone, 0, 0, (state = 'EXPIRED')::int, (state = 'WITHDRAWN')::int, 0, 0, NULL
    FROM hand WHERE gone BETWEEN CAST(:from AS date) AND CAST(:to AS date)
                AND (state = 'WITHDRAWN' OR state = 'EXPIRED' AND NOT to_pool)
    UNION ALL
    SELECT campaign_id, came, NULL, 0, 0, 0, 0, 1, 0, NULL FROM hand WHERE state = 'IN_HAND'
),
balance AS (
    SELECT a.id, a.balance + coalesce((SELECT sum(t.amount) FROM ledger.tail t WHERE t.account_id = a.id), 0) AS balance
    FROM ledger.account a JOIN campaign c ON a.id IN (c.supply_account, c.budget_account)
),
cut AS (
    SELECT 'campaign' AS section, c.code AS key, CASE WHEN :language = 'zh' THEN c.name_zh ELSE c.name_en END AS label,
           -max(s.balance) AS made, sum(e.given) AS given, sum(e.used) AS used, sum(e.expired) AS expired, sum(e.withdrawn) AS withdrawn,
           sum(e.in_hand) AS in_hand, sum(e.saved) AS saved, max(b.balance) AS budget, avg(e.days) AS days
    FROM campaign c LEFT JOIN event e ON e.campaign_id = c.id
    LEFT JOIN balance s ON s.id = c.supply_account LEFT JOIN balance b ON b.id = c.budget_account
    WHERE c.state <> 'DRAFT'
    GROUP BY c.id, c.code, c.name_en, c.name_zh
    UNION ALL
    SELECT 'way', came, came, NULL, sum(given), sum(used), sum(expired), sum(withdrawn), sum(in_hand), sum(saved), NULL, avg(days)
    FROM event GROUP BY came
    UNION ALL
    SELECT 'day', day::text, day::text, NULL, sum(given), sum(used), sum(expired), sum(withdrawn), NULL, sum(saved), NULL, avg(days)
    FROM event WHERE day IS NOT NULL AND CAST(:from AS date) <> CAST(:to AS date) GROUP BY day
)
SELECT section, label, CAST(made AS numeric) AS made, CAST(coalesce(given, 0) AS numeric) AS given, CAST(coalesce(used, 0) AS numeric) AS used,
       CAST(coalesce(expired, 0) AS numeric) AS expired, CAST(coalesce(withdrawn, 0) AS numeric) AS withdrawn,
       CAST(CASE WHEN section = 'day' THEN NULL ELSE coalesce(in_hand, 0) END AS numeric) AS hand, coalesce(saved, 0) AS saved_minor,
       budget AS budget_minor, round(days, 1) AS days
FROM cut
ORDER BY array_position(ARRAY['campaign', 'way', 'day'], section), CASE WHEN section = 'day' THEN key END, used DESC NULLS LAST, label
